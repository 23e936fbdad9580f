import Templates

/// The page for addresses that lead nowhere.
struct NotFoundModel: FramedPage {
    let frame: PageFrame
}

enum NotFoundView {
    static let view = View<NotFoundModel>(page: "not-found", [])
}
