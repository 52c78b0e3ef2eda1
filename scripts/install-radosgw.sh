#!/usr/bin/env bash
# Installs Ceph's S3 gateway for `npm run test:storage` where it is missing. Debian and Ubuntu, as root.
set -euo pipefail

missing() {
  for program in radosgw radosgw-admin ceph ceph-mon ceph-osd monmaptool; do
    command -v "$program" >/dev/null || return 0
  done
  return 1
}

missing || exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "radosgw is missing: install the packages radosgw, ceph-mon and ceph-osd, or run this as root on Debian or Ubuntu." >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q --no-install-recommends radosgw ceph-mon ceph-osd
