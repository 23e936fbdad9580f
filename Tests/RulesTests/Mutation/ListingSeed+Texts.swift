import TestSupport

extension ListingSeeds {
    static let plain: [String: [UInt8]] = ListingBuilder().allFiles.filter { !$0.key.hasPrefix("media/") }

    /// Every key that a manifest can have, a record and a changelog.
    static let full: [String: [UInt8]] = [
        "integration.json": manifest, "permissions.json": record, "index.md": overview, "changelog.md": changelog,
    ].mapValues { Array($0.utf8) }

    private static let manifest = """
        {"name": "Acme Loyalty", "tagline": "Points in profiles", "builtBy": "Acme Labs", "version": "1.1.0",
         "description": "Keeps the points of every member.", "updated": "2026-11-20", "categories": ["Loyalty"],
         "complements": ["segments"], "unique": "Segments know no points.", "status": "available",
         "links": {"privacy": "https://acme.example/p", "website": "https://acme.example/"},
         "support": {"email": "help@acme.example", "url": "https://acme.example/help", "responseTime": "A day"},
         "scopes": [
          {"id": "users:read", "requirement": "required", "reason": "To match members.", "since": "1.0.0"},
          {"id": "tile:data", "requirement": "conditional", "when": "With events on", "reason": "To send balances.",
           "ifDeclined": "No balance is sent.", "unusedGrants": [{"grant": "users:delete", "statement": "Deletes nobody."}]},
          {"id": "chat:write", "actor": "bot", "requirement": "optional", "reason": "To greet.", "ifDeclined": "Silence."}],
         "features": [
          {"id": "points", "title": "Sync points", "summary": "Balances in profiles.", "scopes": ["users:read", "tile:data"],
           "operations": ["get-user", "send-event"], "evidence": ["shot", "tour"], "since": "1.0.0"},
          {"id": "greet", "title": "Greet", "summary": "Says hello.", "status": "planned", "scopes": ["chat:write@bot"]}],
         "media": [
          {"id": "shot", "kind": "screenshot", "file": "media/points.png", "alt": "A profile", "taken": "2026-11-01"},
          {"id": "tour", "kind": "video", "file": "media/tour.mp4", "alt": "A tour", "duration": 40, "poster": "media/points.png",
           "captions": [{"language": "en", "file": "media/tour.en.vtt"}], "transcript": "media/tour.txt", "version": "1.0.0"}],
         "data": [{"object": "Users", "direction": "both", "purpose": "To match", "stored": true, "retention": "30 days",
           "onDisconnect": "Nothing more is read", "onUninstall": "Deleted"}],
         "usage": [{"operation": "get-user", "peak": {"count": 10, "per": "minute"}}], "appManifest": "app.json"}

        """

    private static let record = """
        {"releases": [{"version": "1.0.0", "date": "2026-01-01",
         "scopes": [{"id": "users:read", "requirement": "optional", "features": ["points"]}]}]}
        """

    private static let overview = """
        ---
        title: Overview
        description: What it does.
        kind: overview
        updated: 2026-11-20
        ---

        Acme reads users, sends events and never deletes a profile. It's read-only, e.g. for v1.2.

        ## [Sync points](feature:points)

        Matches members with [`users:read`](scope:users:read) and `tile:data`; see [the changes](changelog.md#110).

        ![The balance](screenshot:shot)
        ![The tour](video:tour)

        | Scope | Why |
        | :-- | --- |
        | `events:send` | *Balances* |

        1. Paste the key, `<your-key>`.

        > [!NOTE]
        > - [x] Done, https://acme.example/a_(b)

        """

    private static let changelog = """
        ---
        title: Changes
        kind: changelog
        order: 3
        ---

        ## 1.1.0

        Now asks for [data](scope:tile:data).

        """
}
