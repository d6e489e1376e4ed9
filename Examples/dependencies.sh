#!/usr/bin/env bash
# Installs what the tool needs besides Swift, and nothing that is there already:
#   the libraries of Graphviz, fontconfig and libpng (headers included), a small font with Japanese characters,
#   and, with --tests, Graphviz's own programs and XML tools, against which the tests check pictures.
# Debian and Ubuntu by apt, macOS by Homebrew (written for it, untested there).
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "knowwho: $*"
  exit 1
}

require_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "Swift is not installed; get Swift 6.3 or newer from https://www.swift.org/install and run this again"
  local output version
  output=$(swift --version 2>&1) ||
    fail "swift does not run: $output (see https://www.swift.org/install for what it needs)"
  version=$(sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' <<<"$output" | head -n 1)
  local major=${version% *} minor=${version#* }
  if [ -z "$version" ] || [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 3 ]; }; then
    fail "Swift 6.3 or newer is needed, found: ${output%%$'\n'*}; see https://www.swift.org/install"
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "packages are missing (${missing[*]}) and there is neither root nor sudo; ask an administrator to install them"
  fi
}

has_japanese_font() {
  command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=ja family 2>/dev/null | head -n 1)" ]
}

install_with_apt() {
  missing=()
  local package
  for package in pkg-config libgraphviz-dev libfontconfig-dev libpng-dev fontconfig "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      missing+=("$package")
  done
  # 2 MB, with Han, Kana and Hangul.
  has_japanese_font || missing+=(fonts-droid-fallback)
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null ||
    fail "the list of packages cannot be fetched; check the network and run this again"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null ||
    fail "these packages could not be installed: ${missing[*]}; install them by hand and run this again"
}

install_with_brew() {
  missing=()
  local formula
  for formula in pkg-config graphviz fontconfig libpng; do
    brew list --formula "$formula" >/dev/null 2>&1 || missing+=("$formula")
  done
  # macOS brings Japanese fonts of its own.
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing: ${missing[*]}"
  brew install --quiet "${missing[@]}" >/dev/null ||
    fail "these formulas could not be installed: ${missing[*]}; install them by hand and run this again"
}

require_swift
case "$(uname -s)" in
  Linux)
    command -v apt-get >/dev/null 2>&1 ||
      fail "only apt is known here; install the headers of Graphviz (libgvc, libcgraph) and fontconfig, and a Japanese font, then run: swift build -c release"
    if [ "${1:-}" = --tests ]; then
      install_with_apt graphviz
    else
      install_with_apt
    fi
    ;;
  Darwin)
    command -v brew >/dev/null 2>&1 ||
      fail "Homebrew is needed to install Graphviz; see https://brew.sh"
    install_with_brew
    ;;
  *) fail "$(uname -s) is not supported; Linux and macOS are" ;;
esac
