#!/usr/bin/env bash
# Plants a bug in a source tree: plant.sh BUG TREE. With --check as a third argument it only says whether it could.
# A bug says which text of which file is exchanged; a file is found by its name, so that it may move, and the text must stand
# there exactly once, so that a bug that no longer fits is told and not overlooked.
set -euo pipefail
readonly BUG=$1 TREE=$2 MODE=${3:-}

exchange() { # FILE OLD NEW [PART OF THE PATH]
  local files text rest
  mapfile -t files < <(find "$TREE/services" -path '*/src/main/*' -path "*${4:-}*" -name "$1")
  [[ ${#files[@]} == 1 ]] || { echo "$BUG: there are ${#files[@]} files $1, not one" >&2; exit 1; }
  text=$(cat "${files[0]}" && echo .)
  text=${text%.}
  rest=${text#*"$2"}
  [[ $rest != "$text" && $rest != *"$2"* ]] ||
    { printf '%s: %s does not hold just once:\n%s\n' "$BUG" "$1" "$2" >&2; exit 1; }
  [[ $MODE == --check ]] || printf '%s' "${text%%"$2"*}$3$rest" >"${files[0]}"
}

source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/$BUG.bug"
