import CodeHighlighting
import Markup
import Testing

private func marks(_ code: String, _ language: String) -> String { MarkedCode(code, language)?.marks ?? "plain" }

struct LanguageTests {
    @Test(arguments: ["", "text", "markdown", "sql", "jsonn", "c-json", "é"])
    func `a language that is not known stays plain`(name: String) {
        #expect(CodeHighlighter(language: name) == nil)
    }

    @Test(arguments: ["JSON", "Bash", "sh", "zsh", "console", "HTTP", "js", "javascript", "Swift", "py", "python"])
    func `authors use several names for a language`(name: String) {
        #expect(CodeHighlighter(language: name) != nil)
    }

    @Test func json() {
        #expect(
            marks(#"{"a": ["b", -1.5e+3, true], "c" : null} // end"#, "json")
                == #"{[name:"a"]: [[string:"b"], [number:-1.5e+3], [keyword:true]], [name:"c"] : [keyword:null]} [comment:// end]"#
        )
        #expect(marks(#"{"a\"b": 1} /* x"#, "json") == #"{[name:"a\"b"]: [number:1]} [comment:/* x]"#)
        #expect(marks("\"open\n1", "json") == "[string:\"open]\n[number:1]")
    }

    @Test func shell() {
        #expect(
            marks("curl -X POST --data \"$x\" https://a.example/#b # why", "sh")
                == "curl [name:-X] POST [name:--data] [string:\"$x\"] https://a.example/#b [comment:# why]"
        )
        #expect(
            marks("for i in 1 2; do echo ${i}; done", "bash")
                == "[keyword:for] i [keyword:in] [number:1] [number:2]; [keyword:do] echo [name:${i}]; [keyword:done]"
        )
        #expect(marks("cat <<'END'\na $b\nEND\nls -l", "sh") == "cat <<'END'[string:\na $b\nEND]\nls [name:-l]")
        #expect(marks("KEY='a b' run", "sh") == "KEY=[string:'a b'] run")
    }

    @Test func `a session tells what is typed from what is answered`() {
        #expect(
            marks("$ ls -l \\\n  -a\ntotal 0\n$ true\n", "console")
                == "[prompt:$ ]ls [name:-l] \\\n  [name:-a]\n[output:total 0\n][prompt:$ ]true\n"
        )
    }

    @Test func http() {
        #expect(
            marks("POST /v1/x?a=b HTTP/1.1\r\nHost: a.example\r\n\r\n{\"a\": 1}", "http")
                == "[keyword:POST] /v1/x?a=b [keyword:HTTP/1.1\r]\n[name:Host]: [string:a.example\r]\n\r\n{[name:\"a\"]: [number:1]}"
        )
        #expect(
            marks("HTTP/1.1 404 Not Found\nRetry-After: 3\n\nNot: here\n", "http")
                == "[keyword:HTTP/1.1] [number:404 Not Found]\n[name:Retry-After]: [string:3]\n\nNot: here\n"
        )
        #expect(
            marks("Accept: a/b\nno header\nX: y", "http")
                == "[name:Accept]: [string:a/b]\nno header\n[name:X]: [string:y]"
        )
    }

    @Test func javaScript() {
        #expect(
            marks("const a = /[/\"]+/g.test(b) / 2; // c", "js")
                == "[keyword:const] a = [string:/[/\"]+/g].test(b) / [number:2]; [comment:// c]"
        )
        #expect(
            marks("f(`a ${b ? {c: `d`} : 'e'} g`)", "js")
                == "f([string:`a ${]b ? {[name:c]: [string:`d`]} : [string:'e'][string:} g`])"
        )
        #expect(marks("class A { } return /x/", "js") == "[keyword:class] [name:A] { } [keyword:return] [string:/x/]")
    }

    @Test func python() {
        #expect(
            marks("@app.get\nasync def f(x): return rf\"a\" + '''b\n''' # c", "py")
                == "[name:@app.get]\n[keyword:async] [keyword:def] [name:f](x): [keyword:return] [string:rf\"a\"] + [string:'''b\n'''] [comment:# c]"
        )
        #expect(marks("x = 0xFF + 1_000.5e-3", "python") == "x = [number:0xFF] + [number:1_000.5e-3]")
    }

    @Test func swift() {
        #expect(
            marks("@main struct A { let b = \"c \\(d(\"e\")) f\" } /* g /* h */ */", "swift")
                == "[keyword:@main] [keyword:struct] [name:A] { [keyword:let] b = [string:\"c \\(d(\"e\")) f\"] } [comment:/* g /* h */ */]"
        )
        #expect(
            marks("#\"a\" \\(b)\"# + \"\"\"\n\"c\"\n\"\"\"", "swift")
                == "[string:#\"a\" \\(b)\"#] + [string:\"\"\"\n\"c\"\n\"\"\"]"
        )
        #expect(
            marks("#if DEBUG\nlet x: Int = 1...2", "swift")
                == "[keyword:#if] [name:DEBUG]\n[keyword:let] x: [name:Int] = [number:1]...[number:2]"
        )
    }
}
