#!/usr/bin/env bash
# Proves that the storm can see: each planted bug must turn it red, in the column that the bug belongs to.
# Works on a scratch copy; the work tree stays as it is. Arguments name bugs; all three where there are none.
#   STORM_SECONDS (60), STORM_SEED (7) and STORM_TRIES (2) change how each storm is run.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
readonly TREE=$PWD BUGS=$PWD/deploy/storm-bugs
readonly SECONDS_EACH=${STORM_SECONDS:-60} SEED=${STORM_SEED:-7} TRIES=${STORM_TRIES:-2}
readonly MODULES=contracts,deploy/local,services/kit,services/sales,services/customer-profile,services/follow-up,services/feedback

declare -A COLUMN=([relay-by-id]=lost [no-dedupe]=doubled [no-epoch]=stale)
bugs=("$@")
[[ $# -gt 0 ]] || bugs=(relay-by-id no-dedupe no-epoch)

if [[ -z ${JAVA_HOME:-} ]]; then
  JAVA_HOME=$(ls -d /usr/lib/jvm/*25*/ | head -n 1)
  export JAVA_HOME=${JAVA_HOME%/}
fi
[[ -e deploy/simulator/target/simulator.jar && -e deploy/local/target/local.jar ]] || ./aftercare build

scratch=$(mktemp -d "${TMPDIR:-/tmp}/storm-bugs.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
tar cf - --exclude=./.git --exclude=./.aftercare --exclude=./target --exclude=node_modules \
  --exclude='./services/*/target' --exclude=./deploy/local/target/keycloak . | tar xf - -C "$scratch"

table=()
failed=0
for bug in "${bugs[@]}"; do
  log=$TREE/target/storm-bugs/$bug.log
  mkdir -p "${log%/*}"
  "$BUGS/plant.sh" "$bug" "$scratch"
  echo "$bug: building …"
  (cd "$scratch" && mvn -B -q -o -DskipTests -Dspotless.check.skip -pl "$MODULES" package) >"$log" 2>&1 ||
    { echo "$bug does not build, see $log"; exit 2; }
  seen=missed verdict=
  for ((try = 0; try < TRIES && ${#verdict} == 0; try++)); do
    echo "$bug: storm of $SECONDS_EACH s …"
    status=0
    (cd "$scratch" && "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar deploy/simulator/target/simulator.jar \
      storm --seconds "$SECONDS_EACH" --seed $((SEED + try))) >>"$log" 2>&1 || status=$?
    counts=$(grep -E '^(GREEN|RED): ' "$log" | tail -n 1 || true)
    if [[ $status == 1 && $counts =~ ${COLUMN[$bug]}=[1-9] ]]; then
      seen=seen verdict=$counts
    fi
  done
  [[ $seen == seen ]] || failed=1
  table+=("$(printf '%-12s  must show %-8s  %-6s  %s' "$bug" "${COLUMN[$bug]}" "$seen" "${verdict:-${counts:-did not finish, see $log}}")")
  tar cf - --exclude=target --exclude=node_modules -C "$TREE" services | tar xf - -C "$scratch"
done

echo
printf '%s\n' "${table[@]}"
echo "reports: target/storm-bugs/"
exit "$failed"
