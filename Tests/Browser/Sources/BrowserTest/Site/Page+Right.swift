extension Page {
    /// The pages on which everything is right: each system, each source of tokens, each order in which things may come.
    static func right(for desks: [Desk]) -> [Page] {
        var pages: [Page] = []
        for desk in desks {
            var fetched = Page(id: "\(desk.id)-endpoint", desk: desk, token: .endpoint)
            var embedded = Page(id: "\(desk.id)-embedded", desk: desk, token: .embedded { $0 })
            if case .bySnippet = desk.loading { embedded.policy = .nonceAndDynamic }
            guard desk.id == "freshdesk-help-widget" else {
                pages += [fetched, embedded]
                if desk.id == "freshdesk-web-chat" { pages.append(twice(embedded)) }
                continue
            }
            // The calls come before the vendor's script, and wait in the queue, or after it.
            embedded.queued = 1
            embedded.scriptIsLate = true
            fetched.queued = 0
            fetched.endpoint = .tokenOnceStarted
            var queued = Page(id: "\(desk.id)-endpoint-first", desk: desk, token: .endpoint)
            queued.queued = 1
            queued.scriptIsLate = true
            pages += [fetched, queued, embedded]
        }
        return pages
    }

    /// The page with its snippet twice: the second finds a script element whose script has not come yet.
    private static func twice(_ page: Page) -> Page {
        Page(
            id: "\(page.id)-twice", desk: page.desk, token: page.token, policy: page.policy, change: { $0 + "\n" + $0 })
    }
}
