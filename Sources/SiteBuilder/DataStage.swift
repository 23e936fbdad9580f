import FileSystem

/// Makes and writes what the search and the filter of the site read.
struct DataStage: Sendable {
    let renderer: DirectoryRenderer
    let search: SearchGathering
    let stage: StagedSite
    let threads: Int

    /// - Parameter entries: of everything that was taken in, by position.
    func add(
        _ entries: [SearchEntry],
        _ timings: inout StageTimings
    ) async throws(FileSystemError) -> [StagedFile] {
        let start = ContinuousClock.now
        defer { timings[.render] += ContinuousClock.now - start }
        let (search, fragments) = (search, renderer.fragments)
        let owners = search.owners(entries, order: renderer.plan.summaries.map(\.id))
        let pages = try await add(owners.fileNumbers, owners.file)
        let cards = try await add(fragments.cardFileNumbers, fragments.cardFile)
        let parts = try await inParallel(Array(0..<SearchGathering.partCount), threads: threads) {
            search.part($0, owners)
        }
        let others =
            SearchIndex.files(parts, owners, dialog: fragments.searchDialog, pageHashes: pages.hashes)
            + FilterIndex.files(renderer.plan, renderer.site.texts, cardHashes: cards.hashes)
        let (stage, folder) = (stage, renderer.site.folder)
        let staged = try await inParallel(others, threads: threads) { (file) throws(FileSystemError) in
            try stage.add(file.published(in: folder))
        }
        return pages.files + cards.files + staged
    }

    /// Files that are written as they are made, so that no more than one for each thread is held in memory.
    private func add(
        _ numbers: Range<Int>,
        _ make: @escaping @Sendable (Int) -> DataFile
    ) async throws(FileSystemError) -> (files: [StagedFile], hashes: [UInt8]) {
        let (stage, folder) = (stage, renderer.site.folder)
        let staged = try await inParallel(Array(numbers), threads: threads) { (number) throws(FileSystemError) in
            let file = make(number)
            return (try stage.add(file.page.published(in: folder)), file.hash)
        }
        return (staged.map(\.0), staged.flatMap(\.1))
    }
}
