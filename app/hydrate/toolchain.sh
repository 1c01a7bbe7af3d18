# Finds, or makes, the tools of the browser's half. Sourced after .ci/lib.sh, at the top of the project.
#
# A normal machine gets the wasm32 standard library from rustup. Where rustup cannot download it, Debian's own
# compiler does the work, with a standard library built from Debian's copy of the source into the user's cache.

wasm_target=wasm32-unknown-unknown

# Defines the command `wasm_cargo`, a cargo that can build for wasm32, and sets `wasm_library` to the folder of the
# standard library it links. Quick when all is in place.
find_wasm_toolchain() {
    if use_rustup || use_debian; then return; fi
    command -v rustup >/dev/null && step "Adding the browser's target, $wasm_target, to the Rust toolchain" &&
        rustup target add "$wasm_target" && use_rustup && return
    step "rustup could not add $wasm_target: using Debian's compiler and building the library from its source"
    make_debian_toolchain
    use_debian || fail "no compiler for $wasm_target; run 'rustup target add $wasm_target' and look at its message"
}

use_rustup() {
    wasm_library=$(rustc --print target-libdir --target "$wasm_target" 2>/dev/null) && [ -d "$wasm_library" ] || return 1
    wasm_cargo() { cargo "$@"; }
}

# One folder for each version of Debian's compiler: an upgrade builds a new library.
debian_sysroot() { echo "$tools/wasm-sysroot-$(/usr/bin/rustc --version | cut -d' ' -f2)"; }

use_debian() {
    [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] || return 1
    wasm_sysroot=$(debian_sysroot)
    wasm_library=$wasm_sysroot/lib/rustlib/$wasm_target/lib
    # The linker is rustup's, and goes when its toolchain goes.
    [ -d "$wasm_library" ] && [ -x "$wasm_sysroot/bin/rust-lld" ] || return 1
    wasm_cargo() { RUSTC=$wasm_sysroot/bin/rustc /usr/bin/cargo "$@"; }
}

make_debian_toolchain() {
    [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d /usr/lib/rustlib/src/rust/library ] ||
        install_packages "The browser's half needs a compiler with its library source" rustc-web cargo-web rust-web-src
    local host sysroot new linker
    host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
    # Debian's compiler comes without a linker for wasm32, rustup's with one, even when it has no library for it.
    linker=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
    [ -x "$linker" ] || fail "there is no linker for wasm32 at $linker; install Rust from https://rustup.rs and run make again"
    sysroot=$(debian_sysroot)
    new=$sysroot.new
    rm -rf "$sysroot" "$new"
    mkdir -p "$new/bin" "$new/lib/rustlib/$host/bin" "$new/lib/rustlib/$wasm_target/lib"
    ln -s "/usr/lib/rustlib/$host/lib" "$new/lib/rustlib/$host/lib"
    ln -s "$linker" "$new/bin/rust-lld"
    ln -s ../../../../bin/rust-lld "$new/lib/rustlib/$host/bin/rust-lld"
    printf '#!/bin/sh\nexec /usr/bin/rustc --sysroot "%s" "$@"\n' "$sysroot" >"$new/bin/rustc"
    chmod +x "$new/bin/rustc"
    build_standard_library "$new/lib/rustlib/$wasm_target/lib"
    mv "$new" "$sysroot"
}

# Builds `std` as a dependency of an empty library, and keeps the libraries. Debian's compiler is a stable one, which
# refuses -Zbuild-std without RUSTC_BOOTSTRAP; that stays confined to this step. The bitcode is for link-time
# optimisation.
build_standard_library() {
    local empty=$tools/wasm-std
    step "Building the standard library for $wasm_target (once, about a minute)"
    rm -rf "$empty"
    mkdir -p "$empty/src"
    touch "$empty/src/lib.rs"
    printf '[package]\nname = "wasm-std"\nedition = "2024"\n[workspace]\n' >"$empty/Cargo.toml"
    (cd "$empty" && RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=target \
        /usr/bin/cargo build --quiet --release -Zbuild-std=std,panic_abort --target "$wasm_target") ||
        fail "the standard library for $wasm_target could not be built; check that crates.io can be reached and try again"
    rm -f "$empty/target/$wasm_target/release/deps/"libwasm_std-*
    cp "$empty/target/$wasm_target/release/deps/"*.rlib "$1/"
    rm -rf "$empty"
}

# Sets `bindgen` to the wasm-bindgen of exactly the version that the crate is compiled with: no other reads its output.
find_bindgen() {
    local tool version
    version=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')
    cargo_tool wasm-bindgen-cli "$version" wasm-bindgen ||
        fail "wasm-bindgen $version could not be built; check that crates.io can be reached and try again"
    bindgen=$tool
}
