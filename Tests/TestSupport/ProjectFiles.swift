import Foundation

/// Where the files of the project stand, found from this one.
public enum ProjectFiles {
    /// The folder of the package.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The vectors that belong to the project.
    public static let vectors = root.appendingPathComponent("Tests/Vectors")

    /// Further vectors that may stand beside the project and are not part of it; nil where they do not.
    public static let sharedVectors: URL? = {
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/vectors")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()
}
