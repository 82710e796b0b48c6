import FlyingFox
import Foundation
import HelpdeskJWT
import Synchronization

/// The site and the vendors' servers in one, on 127.0.0.1 and a free port.
final class Site: Sendable {
    /// The server listens at no address that a browser can be given.
    struct Unreachable: Error {}

    /// What the server remembers of a page since it was last shown.
    private struct State {
        var nonce = ""
        var cookie = ""
        var issued: [String] = []
        var isStarted = false
    }

    private let pages: [String: Page]
    private let states = Mutex<[String: State]>([:])
    private let server: HTTPServer

    /// A site with these pages, which listens to nobody yet.
    init(pages: [Page]) throws {
        self.pages = Dictionary(uniqueKeysWithValues: pages.map { ($0.id, $0) })
        server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
    }

    /// Begins to listen.
    ///
    /// - Returns: the address, such as `http://127.0.0.1:40123`.
    func start() async throws -> String {
        await server.appendRoute("*") { [unowned self] request in try await answer(request) }
        Task.detached { [server] in try await server.run() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw Unreachable() }
        return "http://127.0.0.1:\(port)"
    }

    /// The tokens that the page's endpoint has issued, or that stands in the page, in order.
    func issued(on page: Page) -> [String] {
        states.withLock { $0[page.id]?.issued ?? [] }
    }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let parts = request.path.split(separator: "/").map(String.init)
        if request.path.hasSuffix("/webchat/js/widget.js") {
            return request.target.path(percentEncoded: false) == "/desk/\(Hostile.path)/webchat/js/widget.js"
                ? try script("freshdesk-web-chat.js") : HTTPResponse(statusCode: .notFound)
        }
        guard parts.count >= 2 else { return HTTPResponse(statusCode: .notFound) }
        if parts[0] == "stand-ins" { return try script(parts[1]) }
        guard let page = pages[parts[1]] else { return HTTPResponse(statusCode: .notFound) }
        switch (parts[0], parts.dropFirst(2).first) {
        case ("pages", nil): return try show(page, at: "http://\(request.headers[.host] ?? "")")
        case ("token", nil): return try await token(for: page, request)
        case ("vendor", "started"):
            states.withLock { $0[page.id]?.isStarted = true }
            return HTTPResponse(statusCode: .noContent)
        case ("vendor", "verify"):
            let token = String(decoding: try await request.bodyData, as: UTF8.self)
            return text(page.desk.judge(token).json.description, type: "application/json")
        default: return HTTPResponse(statusCode: .notFound)
        }
    }

    private func show(_ page: Page, at origin: String) throws -> HTTPResponse {
        var state = State(nonce: UUID().uuidString, cookie: UUID().uuidString)
        let source: TokenSource
        switch page.token {
        case .endpoint:
            source = .endpoint("/token/\(page.id)?\(Hostile.query)")
        case .embedded(let change):
            let token = change(try page.desk.issue(.seconds(600)))
            state.issued = [token]
            source = .embedded(token)
        }
        states.withLock { $0[page.id] = state }
        let html = PageHTML(page: page, origin: origin, nonce: state.nonce)
        var response = text(html.text(token: source), type: "text/html")
        response.headers[.setCookie] = "visit=\(state.cookie); Path=/; HttpOnly; SameSite=Strict"
        response.headers[HTTPHeader("Content-Security-Policy")] = html.policy
        return response
    }

    private func token(for page: Page, _ request: HTTPRequest) async throws -> HTTPResponse {
        let cookie = states.withLock { $0[page.id]?.cookie ?? "" }
        switch page.endpoint {
        case .unauthorized: return HTTPResponse(statusCode: .unauthorized)
        case .signInPage: return text("<!doctype html><title>Sign in</title>", type: "text/html")
        case .token: break
        case .tokenOnceStarted:
            while !states.withLock({ $0[page.id]?.isStarted ?? true }) { try await Task.sleep(for: .milliseconds(10)) }
        }
        guard request.headers[.cookie] == "visit=\(cookie)" else { return HTTPResponse(statusCode: .unauthorized) }
        guard request.target.query(percentEncoded: false) == Hostile.query else {
            return HTTPResponse(statusCode: .badRequest)
        }
        let count = issued(on: page).count
        // Each token ends at another time, so that no two are the same.
        let token = try page.desk.issue(.seconds(600 + 60 * count))
        states.withLock { $0[page.id]?.issued.append(token) }
        var response = text(token + "\n", type: "text/plain")
        // Wrong for a token: it is the snippet's part not to take one from a cache.
        response.headers[.cacheControl] = "private, max-age=600"
        return response
    }

    private func script(_ name: String) throws -> HTTPResponse {
        text(try StandIn.script(name), type: "text/javascript")
    }

    private func text(_ text: String, type: String) -> HTTPResponse {
        HTTPResponse(
            statusCode: .ok, headers: [.contentType: "\(type); charset=utf-8", .cacheControl: "no-store"],
            body: Data(text.utf8))
    }
}

/// The scripts that stand in for those of the vendors.
enum StandIn {
    /// The text of one.
    static func script(_ name: String) throws -> String {
        let file = Bundle.module.bundleURL.appendingPathComponent("StandIns/\(name)")
        return try String(contentsOf: file, encoding: .utf8)
    }
}
