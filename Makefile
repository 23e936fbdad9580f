# Two commands are all that a newcomer needs: `make site` and `make test`.

# More flags for the compiler, e.g. SWIFT_FLAGS='-Xswiftc -warnings-as-errors'.
SWIFT_FLAGS ?=

# On Linux the program carries Swift's own libraries, so that it starts faster and runs where Swift is not installed.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
RELEASE := swift build -c release $(STATIC) $(SWIFT_FLAGS)
CANDOR := .build/release/candor

.PHONY: help site preview test test-browser candor lint format docs bench measure-prose clean

help:
	@echo 'make site    build candor and, with it, the site in Output'
	@echo 'make preview show the site in a browser, and follow what changes in Content'
	@echo 'make test    run all tests'
	@echo 'make test-browser  run the tests that drive a real browser, which is installed when it is missing'
	@echo 'make lint    check the format of the code'
	@echo 'make format  put the code into that format'
	@echo 'make docs    write docs/rules.md, docs/rule-packs.md and docs/theme.md from the rules, packs and views'
	@echo 'make bench   measure speed and memory on generated content'
	@echo 'make measure-prose  print how often the rules on prose are right, on labelled sentences'
	@echo 'make clean   remove what was built'

site: candor
	$(CANDOR) build

preview: candor
	$(CANDOR) preview --open

test:
	@.ci/prepare
	swift test --disable-xctest $(SWIFT_FLAGS)

test-browser:
	@.ci/prepare
	@.ci/prepare-browser
	@.ci/page-checks
	swift test --disable-xctest $(SWIFT_FLAGS) --filter BrowserTests

candor:
	@.ci/prepare
	$(RELEASE) --product candor

lint:
	@.ci/prepare
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format format --in-place --recursive Package.swift Sources Tests

docs: candor
	$(CANDOR) rules --markdown > docs/rules.md
	$(CANDOR) packs --markdown > docs/rule-packs.md
	$(CANDOR) theme --markdown > docs/theme.md

bench: candor
	$(RELEASE) --product Benchmark
	.build/release/Benchmark

measure-prose:
	swift run -c release ProseMeasure --time

clean:
	rm -rf .build .bench
