#!/usr/bin/env bash
# A throw-away Ceph cluster of one monitor, one in-memory OSD and one S3 gateway, on the loopback interface, as root.
#
#   scripts/radosgw.sh start DIR S3_PORT MON_V2_PORT MON_V1_PORT    then S3 answers at http://127.0.0.1:S3_PORT
#   scripts/radosgw.sh stop DIR                                     ends its processes by their recorded ids, removes DIR
#
# Access key AK, secret SK, region us-east-1. The caller chooses free ports. The OSD takes further ports from 6800 up.
set -euo pipefail

usage() {
  sed -n '4,5p' "$0" >&2
  exit 64
}

write_config() {
  local dir=$1 s3_port=$2 v2_port=$3 v1_port=$4 fsid=$5
  cat >"$dir/ceph.conf" <<CONF
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:$v2_port/0,v1:127.0.0.1:$v1_port/0]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
# The gateway's default, "secure", needs keys and would wait for ever without them.
ms mon client mode = crc
# Without these two the start takes ten times as long.
paxos propose interval = 0.05
paxos min wait = 0.01
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
# There is no manager; do not wait for one.
mon mgr beacon grace = 3600
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 2147483648
run dir = $dir/run
admin socket = $dir/run/\$name.asok
pid file = $dir/run/\$name.pid
log file = $dir/log/\$name.log
log to stderr = false
mon cluster log file = $dir/log/cluster.log
[mon.a]
mon data = $dir/mon
[osd.0]
osd data = $dir/osd
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:$s3_port tcp_nodelay=1
rgw num rados handles = 1
rgw thread pool size = 64
CONF
}

wait_for_gateway() {
  local port=$1
  for _ in $(seq 300); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      return 0
    fi
    sleep 0.1
  done
  echo "radosgw does not answer on port $port after 30 s." >&2
  return 1
}

start() {
  local dir=$1 s3_port=$2 v2_port=$3 v1_port=$4 fsid osd
  mkdir -p "$dir"/{mon,osd,run,log}
  dir=$(realpath "$dir")
  fsid=$(cat /proc/sys/kernel/random/uuid)
  osd=$(cat /proc/sys/kernel/random/uuid)
  write_config "$dir" "$s3_port" "$v2_port" "$v1_port" "$fsid"
  local conf=(-c "$dir/ceph.conf")
  monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$v2_port,v1:127.0.0.1:$v1_port]" \
    "$dir/monmap" >/dev/null
  ceph-mon "${conf[@]}" -i a --mkfs --monmap "$dir/monmap"
  ceph-mon "${conf[@]}" -i a
  ceph "${conf[@]}" --connect-timeout 30 osd new "$osd" 0 >/dev/null
  ceph-osd "${conf[@]}" -i 0 --mkfs --osd-uuid "$osd" 2>/dev/null
  ceph "${conf[@]}" --connect-timeout 30 osd crush add osd.0 1 root=default host=h >/dev/null 2>&1
  ceph-osd "${conf[@]}" -i 0 2>/dev/null
  radosgw "${conf[@]}" -n client.rgw
  wait_for_gateway "$s3_port"
  radosgw-admin "${conf[@]}" user create --uid=soundcheck --display-name=soundcheck \
    --access-key=AK --secret-key=SK >/dev/null
}

stop() {
  local dir=$1 pid_file
  # The OSD ignores a plain TERM once its monitor is gone, and nothing here is worth keeping.
  for pid_file in "$dir"/run/*.pid; do
    if [ -s "$pid_file" ]; then
      kill -9 "$(cat "$pid_file")" 2>/dev/null || true
    fi
  done
  rm -rf "$dir"
}

case "${1-}" in
  start) [ $# -eq 5 ] || usage; start "$2" "$3" "$4" "$5" ;;
  stop) [ $# -eq 2 ] && [ -f "$2/ceph.conf" ] || usage; stop "$2" ;;
  *) usage ;;
esac
