#!/usr/bin/env bash
# Clippy for the browser's half. It is asked for wasm32 where rustup has that target; Debian's compiler comes without
# clippy, so there the same features are looked at as if for this machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .ci/lib.sh
. app/hydrate/toolchain.sh

step "Clippy, browser half"
packages=(--package hydrate --package app --no-default-features --features app/hydrate)
if use_rustup; then
    # The profile and the folder of build.sh: what runs at compile time is there already.
    CARGO_TARGET_DIR=target/wasm cargo clippy "${packages[@]}" --target "$wasm_target" --profile wasm-release -- -D warnings
else
    cargo clippy "${packages[@]}" -- -D warnings
fi || fail "clippy has something to say about the browser half; see above"
