#!/usr/bin/env bash
# Builds the browser's half: cargo makes WASM, wasm-bindgen its JavaScript, wasm-opt and esbuild make both small.
# Leaves server/assets/app.js and server/assets/app_bg.wasm, and touches them only when they change.
set -euo pipefail
cd "$(dirname "$0")/../.."
. .ci/lib.sh
. app/hydrate/toolchain.sh

# A target folder of its own: the server's cargo and this one neither wait for nor undo each other.
work=target/wasm
assets=server/assets
bin=style/node_modules/.bin

main() {
    npm_install style
    find_wasm_toolchain
    find_bindgen
    step "Building the browser half"
    forget_other_library
    CARGO_TARGET_DIR=$work wasm_cargo build --package hydrate --profile wasm-release --target "$wasm_target" ||
        fail "the browser half does not compile; the messages above say where"
    local wasm=$work/$wasm_target/wasm-release/hydrate.wasm
    local inputs
    inputs=$(cat "$wasm" style/package-lock.json app/hydrate/build.sh | sha256sum)
    if [ "$inputs" != "$(cat $work/inputs 2>/dev/null)" ] || [ ! -f $assets/app.js ] || [ ! -f $assets/app_bg.wasm ]; then
        pack "$wasm"
        echo "$inputs" >$work/inputs
    fi
}

# Cargo does not notice that a standard library was built anew, and then cannot link what it kept.
forget_other_library() {
    local library
    library=$(stat -c '%n %Y' "$wasm_library")
    if [ "$library" != "$(cat $work/library 2>/dev/null)" ]; then
        rm -rf "${work:?}/$wasm_target"
        mkdir -p $work
        echo "$library" >$work/library
    fi
}

# pack WASM: makes the two files of the browser.
pack() {
    local out=$work/packed
    rm -rf $out
    mkdir -p $out $assets
    "$bindgen" --target web --no-typescript --out-dir $out/glue --out-name app "$1"
    $bin/wasm-opt -Oz $out/glue/app_bg.wasm -o $out/app_bg.wasm
    # Bundled, because glue may import snippets from files beside it.
    $bin/esbuild $out/glue/app.js --bundle --format=esm --minify --log-level=warning --outfile=$out/app.js
    local file
    for file in app.js app_bg.wasm; do
        cmp -s $out/$file $assets/$file || cp $out/$file $assets/$file
        printf '    %s: %d kB, %d kB compressed\n' $file $(($(stat -c %s $out/$file) / 1000)) $(($(gzip -9c $out/$file | wc -c) / 1000))
    done
}

main
