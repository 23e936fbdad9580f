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
                texts/*.json
                assets/*

        `theme.json` says what it is called and what it builds on, and `"theme": "ours"` in `site.json` chooses it:

        ```json
        {"name": "ours", "title": "Our directory", "extends": "default"}
        ```

        - **`extends`** takes over every template, text and asset that the theme has none of its own for. The default theme
          travels inside the program, so nothing has to be copied. A theme that is extended may extend another in its turn.
        - **One template** is replaced by a file of the same name: `templates/footer.mustache` alone gives every page another
          footer. Each kind of page begins with the template named below; the others are brought in by `{{>name}}`.
        - **One text** is replaced by a line in `texts/en.json`, or in the file of another language: see below.
        - **One asset** is replaced by a file of the same name. All style sheets become one and all scripts become one, in the
          order of their names, so `assets/80-ours.css` comes after what it changes and before the rules for print.
        - **Colours, fonts and measures** are custom properties: an own style sheet with `:root { --accent: #7a1fa2 }` is a
          theme already. Give a colour for both schemes: `light-dark(#7a1fa2, #d7a6f0)`.
        - **Scripts** are plain ones, and pages must say everything without them. A page asks nothing of another host before
          the reader clicks.

        Templates are Mustache with partials, blocks and parents: `{{name}}`, `{{#name}}`, `{{^name}}`, `{{>partial}}`,
        `{{<layout}}{{$main}}…{{/main}}{{/layout}}`. Before anything is rendered, every name in them is held against the values
        below: a name that its place cannot answer is an error with the nearest one, never an empty spot on a page. It is said
        once, at the tag; where a theme leaves out a block that templates of the default theme fill, at the template without it.

        ## Texts and languages

        Every word that a page has beside its content is a text in `texts/<language>.json`, by its key. `"language": "fr"` in
        `site.json` makes the whole site French: pages and their Markdown, the feed, `llms.txt`, search, dates and numbers.
        The default theme speaks English, French and Arabic; in a language that runs from right to left pages are mirrored.

        ```json
        {
          "card.by": "by {builtBy}",
          "integrations.count": {"of": "count", "one": "{count} integration", "other": "{count} integrations"}
        }
        ```

        - **`{name}`** is a place for something: a name that the place of use has. In a template that is any name that could
          stand there as a tag. A place that nothing is put into is an error, at its place in the file.
        - **A count** has a text for each form that its language has: `zero`, `one`, `two`, `few`, `many` (the cardinal rules
          of Unicode CLDR), and always `other`. `of` names what is counted. Forms that a language tells apart and a text has not
          are a warning, but for those that only millions have.
        - **A translation** is `texts/de.json` in a theme of your own that extends `default`, with the keys of the default
          theme's `texts/en.json`, which are listed below. Of `pt-BR` the texts of `pt-BR` come first, then those of `pt`, then
          the English ones. `candor build` warns of texts that are missing, of places that the English text has and a
          translation leaves out, and of keys that nothing uses.
        - **Every file of texts** of the theme is checked, be the site read in its language or not. It is named by a BCP 47 tag.
        - **A theme that extends another** replaces texts key by key and language by language, and adds keys for its templates.
        - **Words of the content** have a text where the theme has one for them, and stay as they are where it has none:
          `actor.bot` for who holds a permission, `unit.events` with a `{count}` for what is counted in a rate, `language.fr` for
          a language. Any other `actor.`, `unit.` or `language.` may be added.
        - Texts are plain: they are escaped like every other text, and hold no HTML.

        In templates a text is a tag, `{{@card.by}}`, also in an attribute. Where a place is more than a name, a block gives it:
        `{{<@date.updated}}{{$date}}<time>{{updatedText}}</time>{{/date}}{{/@date.updated}}`. For a script `{{@@gallery.counter}}`
        writes the text as it is in the file, with its places open and a count as JSON; `candorSay(text, values)` fills it in.
        The scripts of the default theme find their words beside `data-words`, which the template `words` writes.

        """
}
