/// The head of `docs/theme.md`, which nothing can be made from.
enum ThemeGuide {
    static let text = """
        # Themes

        Made by `make docs` from the views that templates are checked against and from the style sheet of the default theme;
        a test holds this page equal to them. `candor theme` lists the values in a terminal.

        ## A theme of your own

        A theme is a folder below `Themes` (another with `--themes`):

            Themes/
              ours/
                theme.json
                templates/*.mustache
                assets/*

        `theme.json` says what it is called and what it builds on, and `"theme": "ours"` in `site.json` chooses it:

        ```json
        {"name": "ours", "title": "Our directory", "extends": "default"}
        ```

        - **`extends`** takes over every template and asset that the theme has none of its own for. The default theme travels
          inside the program, so nothing has to be copied.
        - **One template** is replaced by a file of the same name: `templates/footer.mustache` alone gives every page another
          footer. Each kind of page begins with the template named below; the others are brought in by `{{>name}}`.
        - **One asset** is replaced by a file of the same name. All style sheets become one and all scripts become one, in the
          order of their names, so `assets/80-ours.css` comes after what it changes and before the rules for print.
        - **Colours, fonts and measures** are custom properties: an own style sheet with `:root { --accent: #7a1fa2 }` is a
          theme already. Give a colour for both schemes: `light-dark(#7a1fa2, #d7a6f0)`.
        - **Scripts** are plain ones, and pages must say everything without them. A page asks nothing of another host before
          the reader clicks.

        Templates are Mustache with partials, blocks and parents: `{{name}}`, `{{#name}}`, `{{^name}}`, `{{>partial}}`,
        `{{<layout}}{{$main}}…{{/main}}{{/layout}}`. Before anything is rendered, every name in them is held against the values
        below: a name that its place cannot answer is an error with the nearest one, never an empty spot on a page.

        """
}
