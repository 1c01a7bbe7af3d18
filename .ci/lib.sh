# Shared by the scripts that build and test Folkmoot. Sourced, not run.

# Tools that are built once and outlive a clone.
tools=${XDG_CACHE_HOME:-$HOME/.cache}/folkmoot

# The version of cargo-deny that reads deny.toml.
cargo_deny=0.20.2

# step WORDS: says what is done next.
step() { printf '==> %s\n' "$*"; }

# fail SENTENCE: stops, and says what to do.
fail() {
    printf 'Stopped: %s\n' "$*" >&2
    exit 1
}

# install_packages REASON PACKAGE...: installs Debian packages. apt-get writes to /usr, which only root may do.
install_packages() {
    local reason=$1 as_root=()
    shift
    command -v apt-get >/dev/null || fail "$reason. Install what Debian calls: $*"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "$reason. Run as root: apt-get install $*"
        as_root=(sudo)
    fi
    step "$reason: installing $* (apt-get needs root, because it writes to /usr)"
    "${as_root[@]}" apt-get update -qq || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@" >/dev/null ||
        fail "apt-get could not install $*; run 'apt-get update && apt-get install $*' as root and read its message"
}

# npm_install FOLDER: brings its node_modules to what its lock file says, when it is not so already.
npm_install() {
    local installed=$1/node_modules/.installed-lock.json
    cmp -s "$1/package-lock.json" "$installed" && return
    step "Installing the npm packages of $1"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
        fail "npm could not install the packages of $1/package-lock.json; check the network and try again"
    cp "$1/package-lock.json" "$installed"
}

# cargo_tool CRATE VERSION BINARY: sets `tool` to a program from crates.io, built once into the user's cache. The last
# optimisations are left out: they would take longer than all that the program will ever do here.
cargo_tool() {
    local folder=$tools/$1-$2
    tool=$folder/bin/$3
    [ -x "$tool" ] && return
    step "Building $1 $2 into $folder (once, two or three minutes)"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_TARGET_DIR=$folder.build cargo install --quiet "$1" --version "=$2" --bin "$3" --root "$folder" || return
    rm -rf "$folder.build"
}
