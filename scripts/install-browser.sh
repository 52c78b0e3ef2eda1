#!/usr/bin/env bash
# Installs Chromium for `npm run test:browser`, and curl and openssl for the scripts that reports hold, where they are
# missing. Debian and Ubuntu, as root. A browser elsewhere: name its program in CHROMIUM.
set -euo pipefail

missing() {
  for program in "${CHROMIUM:-chromium}" curl openssl; do
    command -v "$program" >/dev/null || return 0
  done
  return 1
}

missing || exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "chromium, curl or openssl is missing: install them, or run this as root on Debian or Ubuntu." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends chromium curl openssl fonts-noto-cjk
