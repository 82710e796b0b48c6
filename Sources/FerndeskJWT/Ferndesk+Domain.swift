public import HS256
import HelpdeskIdentity

extension Ferndesk {
    /// Whether `identify` is likely to work on a page of one host for a help center on another. A hint and never an
    /// obstacle: it compares the last two labels and knows no list of public suffixes.
    ///
    /// - Parameters:
    ///   - pageHost: the host of the site's page, such as `app.example.com`, without scheme and port.
    ///   - helpCenterHost: the host of the help center, such as `help.example.com`.
    /// - Returns: a warning where it is not likely, else nil.
    public static func domainHint(pageHost: String, helpCenterHost: String) -> Finding? {
        let page = labels(pageHost)
        let helpCenter = labels(helpCenterHost)
        let isLikely =
            page == helpCenter
            || page.count >= 2 && page.count <= 3 && helpCenter.count >= 2 && page.suffix(2) == helpCenter.suffix(2)
        if isLikely { return nil }
        return profile.rules.finding(
            .warning, "domain.other", nil,
            "\(pageHost.excerpt) is neither the domain of \(helpCenterHost.excerpt) nor one level below it",
            "Call identify on a page under the same domain; localhost never works", section: "\"How It Works\"")
    }

    /// The labels of a host in lower case; a dot at the end is none.
    private static func labels(_ host: String) -> [[UInt8]] {
        host.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
            .split(separator: 0x2E).map(Array.init)
    }
}
