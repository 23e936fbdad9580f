/// What the server knows of the site: who may ask, and the closures that answer.
struct ServedSite: Sendable {
    let policy: RequestPolicy
    let answer: @Sendable (PageRequest) async -> Answer
    let welcome: @Sendable (_ lastEventID: String?) -> [ServerEvent]

    /// Away from the event loop, since rendering a page and opening a file take their time.
    func answer(_ page: PageRequest, _ request: RequestHead, connection: Int, to mailbox: Mailbox) {
        let answer = answer
        Task(priority: .userInitiated) {
            mailbox.post(.response(Response(await answer(page), to: request), connection: connection))
        }
    }
}
