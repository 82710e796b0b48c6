import HelpdeskJWT

/// A report for a person or a script.
package protocol Report {
    /// Writes everything for a person to read.
    func write(to page: inout Page)
    /// The report for scripts. Members are only ever added.
    var json: JSONObject { get }
}
