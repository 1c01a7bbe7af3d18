# Folkmoot: set up, build, run, test. `make help` lists what there is.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:

# One folder and the same flags for every step of the server, so that nothing is compiled twice.
export CARGO_TARGET_DIR := $(CURDIR)/target

# Where `make run` keeps its data, and where it answers.
DATA := data
ADDRESS := 127.0.0.1:3000

server := --workspace --exclude hydrate
# Clippy stands in for the compiler while tests are built: what it looks at is compiled at the same time, and nothing twice.
linted := RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings__CLIPPY_HACKERY__ cargo
say := @printf '==> %s\n'
# Ends a failed step with one sentence that says what to do.
or_stop = || { printf 'Stopped: %s\n' $(1) >&2; exit 1; }

.PHONY: help
help: ## Lists the targets
	@sed -n 's/^\([a-z]*\):.* ## /\1\t/p' Makefile | while IFS=$$'\t' read -r target words; do printf '  make %-10s%s\n' "$$target" "$$words"; done

# A demonstration that was cut short is cleared away, so that the next run makes a whole one.
.PHONY: run
run: build ## Sets up, builds, fills ./data with a demonstration the first time, and serves it
	@if [ -z "$$(ls -A '$(DATA)' 2>/dev/null)" ]; then \
		printf '==> %s\n' 'Filling $(DATA) with a demonstration'; \
		trap : INT TERM; \
		target/release/folkmoot demo --data '$(DATA)' || { rm -rf '$(DATA)'; false; }; \
	fi $(call or_stop,'the demonstration could not be made; the message above says why')
	$(say) 'Serving $(DATA) at http://$(ADDRESS); Ctrl-C stops it'
	@FOLKMOOT_SIGN_IN_SECOND_FACTOR=offered exec target/release/folkmoot serve --data '$(DATA)' --listen '$(ADDRESS)'

.PHONY: build
build: setup assets ## Builds the program: target/release/folkmoot
	$(say) 'Building the program (release; the first time takes about ten minutes)'
	@cargo build --release --package folkmoot $(call or_stop,'the program does not compile; the messages above say where')

.PHONY: setup
setup: ## Installs what is missing to build and run
	@.ci/setup

# The style sheet, the scripts and the WASM that the program carries: server/assets.
.PHONY: assets
assets:
	@app/hydrate/build.sh
	$(say) 'Building the style sheet and the page script'
	@node style/build.mjs $(call or_stop,'style/ does not build; the message above says where')

.PHONY: test
test: setup-test check unit-tests browser-tests ## Runs every check and every test

.PHONY: setup-test
setup-test:
	@.ci/setup test

.PHONY: lint
lint: setup-test check ## Checks formatting, lints and dependencies

# The assets come before clippy, because the server's build script reads them.
.PHONY: check
check: check-lock check-format assets check-colours check-server check-browser check-dependencies

.PHONY: check-lock
check-lock:
	$(say) 'Checking the lock files'
	@cargo tree --locked --workspace --depth 0 >/dev/null \
		$(call or_stop,"Cargo.lock does not fit the Cargo.toml files; run 'cargo build' and commit it")
	@! grep -l '"resolved"' */package-lock.json \
		$(call or_stop,'a package-lock.json names a registry; write it anew with npm install beside its .npmrc')

.PHONY: check-format
check-format:
	$(say) 'Checking the formatting'
	@cargo fmt --all --check $(call or_stop,"the formatting differs; run 'make fmt'")

.PHONY: check-colours
check-colours:
	$(say) 'Contrast of every text on its ground, and code colours for every kind of eye'
	@node --test --test-reporter=spec style/colours.test.mjs $(call or_stop,'a colour cannot be read or told apart; see above')

.PHONY: check-server
check-server:
	$(say) 'Building the server half and its tests, with clippy'
	@$(linted) test $(server) --all-targets --no-run $(call or_stop,'clippy or the compiler has something to say about the server half; see above')

.PHONY: check-browser
check-browser:
	@app/hydrate/lint.sh

.PHONY: check-dependencies
check-dependencies:
	@.ci/dependencies

.PHONY: unit-tests
unit-tests:
	$(say) 'Unit, property, repository and HTTP tests, on SQLite and PostgreSQL'
	@$(linted) test $(server) $(call or_stop,'a test failed; see above')

# With the same packages and targets as the tests, cargo finds all of it built.
.PHONY: browser-tests
browser-tests:
	$(say) 'Tests in a browser, with and without script'
	@$(linted) build $(server) --bins --tests $(call or_stop,'the program does not compile; the messages above say where')
	@cd end2end && node_modules/.bin/playwright test

.PHONY: bench
bench: build ## Measures how fast the program is: figure, aim, yardstick, ratio (docs/bench.md); PART=search measures that alone
	$(say) 'Building the bench'
	@cargo bench --package figures --no-run $(call or_stop,'the bench does not compile; the messages above say where')
	@cargo bench --quiet --package figures -- $(PART) $(call or_stop,'something was not as it must be; the message above says what')

.PHONY: pictures
pictures: setup-test assets ## Makes the pictures of docs/pictures
	$(say) 'Building the program'
	@$(linted) build $(server) --bins --tests $(call or_stop,'the program does not compile; the messages above say where')
	$(say) 'Making the pictures'
	@node end2end/pictures.mjs

.PHONY: fmt
fmt: ## Formats the Rust code
	@cargo fmt --all
