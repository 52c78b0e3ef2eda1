#!/usr/bin/env bash
# The gate of action.yml: waits for the endpoint, certifies (or merges shards), tells verdict and exit code to the
# job and ends with that exit code. Options of soundcheck come as SOUNDCHECK_* variables, the callback key in CALLBACK_KEY;
# its own are GATE_MERGE (directories), GATE_WAIT (seconds), GATE_VERSION, GATE_ARGS.
set -euo pipefail

report_dir=${SOUNDCHECK_REPORT_DIR:-soundcheck-report}
read -r -a more <<<"${GATE_ARGS:-}"
read -r -a shards <<<"${GATE_MERGE:-}"

if [ -n "${CALLBACK_KEY:-}" ]; then
  export SOUNDCHECK_SECRET_ENV=${SOUNDCHECK_SECRET_ENV:-CALLBACK_KEY}
fi

# soundcheck ARGUMENT...: the project's own version, or the one that is named.
soundcheck() {
  npx --yes "soundcheck${GATE_VERSION:+@$GATE_VERSION}" "$@"
}

# Any answer will do; what it is worth is soundcheck's to say, also when none comes.
answers() {
  curl --silent --insecure --output /dev/null --max-time 5 "$SOUNDCHECK_ENDPOINT"
}

code=0
if [ "${#shards[@]}" -gt 0 ]; then
  soundcheck merge "${shards[@]}" --report-dir "$report_dir" ${more[@]+"${more[@]}"} || code=$?
else
  if [ -n "${SOUNDCHECK_ENDPOINT:-}" ] && command -v curl >/dev/null; then
    until answers || [ "$SECONDS" -ge "${GATE_WAIT:-30}" ]; do sleep 1; done
  fi
  soundcheck certify ${more[@]+"${more[@]}"} || code=$?
fi

verdict=none
if [ -f "$report_dir/report.json" ]; then
  verdict=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1], "utf8")).verdict' "$report_dir/report.json")
fi
printf 'verdict=%s\nexit-code=%s\n' "$verdict" "$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
