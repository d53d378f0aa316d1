# Sourced by start and token: builds what is stale, and sets the signals straight. Needs bash, a JDK 17 or newer and Maven.
# The caller has set $root, the folder of the project.

launcher_jar=$root/deploy/local/launcher/target/local-launcher-1.0.0-SNAPSHOT.jar

a_module='^.INFO. Building .*[[][0-9]*/[0-9]*[]]$'

fail() {
  echo "$*" >&2
  exit 1
}

# A shell without job control starts what it puts in the background deaf to SIGINT, and that is inherited; GNU env undoes it.
hear_interrupts() {
  if [ -z "${EXOPS_HEARS_INTERRUPTS:-}" ] && env --default-signal=INT true 2>/dev/null; then
    EXOPS_HEARS_INTERRUPTS=yes exec env --default-signal=INT "$BASH" "$0" "$@"
  fi
}

find_java() {
  java=java
  [ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
  command -v "$java" >/dev/null || fail "No java found. Install a JDK 17 or newer, or set JAVA_HOME."
}

# What a module is built from: its own sources, those of the modules it stands on, and what holds for all of them.
sources_of() {
  local shared="pom.xml .mvn event-contracts/pom.xml event-contracts/src/main"
  case $1 in
    deploy/local/launcher) echo "$shared deploy/local/servers/pom.xml deploy/local/servers/src/main $1/pom.xml $1/src/main" ;;
    *) echo "$shared service-kit/pom.xml service-kit/src/main $1/pom.xml $1/src/main" ;;
  esac
}

output_of() {
  case $1 in
    deploy/local/launcher) echo "$launcher_jar" ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

is_stale() {
  local output
  output=$(output_of "$1")
  # shellcheck disable=SC2046 # the paths of the project have no spaces; the project's own folder may
  [ ! -e "$output" ] || [ -n "$(cd "$root" && find $(sources_of "$1") -newer "$output" -print | head -n 1)" ]
}

# Builds those of the given modules that are stale, with what they stand on.
build() {
  local stale="" module
  for module in "$@"; do
    ! is_stale "$module" || stale="$stale${stale:+,}$module"
  done
  [ -z "$stale" ] || run_maven "$stale"
}

run_maven() {
  local log begin status=0 module
  command -v mvn >/dev/null || fail "No mvn found. Install Maven 3.8.7 or newer."
  log=$(mktemp "${TMPDIR:-/tmp}/exops-build.XXXXXX")
  begin=$(mktemp "${TMPDIR:-/tmp}/exops-begin.XXXXXX")
  echo "Building $(echo "$1" | tr , ' ') (the first time Maven downloads what it needs)" >&2
  (cd "$root" && exec mvn -B -pl "$1" -am package -DskipTests -Dspotless.check.skip=true) >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'stop_maven 130' INT
  trap 'stop_maven 143' TERM HUP
  show_modules "$log" >&2 &
  watcher=$!
  wait "$maven" || status=$?
  kill "$watcher" 2>/dev/null || true
  wait "$watcher" 2>/dev/null || true
  trap - INT TERM HUP
  if [ "$status" -ne 0 ]; then
    echo "The build failed. The end of $log:" >&2
    tail -n 40 "$log" >&2
    exit 1
  fi
  # What is newer than the begin of the build counts as stale the next time; what did not change does not.
  for module in $(echo "$1" | tr , ' '); do
    touch -r "$begin" "$(output_of "$module")"
  done
  rm -f "$log" "$begin"
}

stop_maven() {
  kill "$maven" "$watcher" 2>/dev/null || true
  wait "$maven" 2>/dev/null || true
  exit "$1"
}

# One line for each module that Maven begins, until it is killed or its parent is gone.
show_modules() {
  set +e
  local shown=0 total
  while kill -0 $$ 2>/dev/null; do
    total=$(grep -c "$a_module" "$1")
    if [ "$total" -gt "$shown" ]; then
      grep "$a_module" "$1" | sed -e 's/^.INFO. Building /  /' | tail -n "+$((shown + 1))"
      shown=$total
    fi
    sleep 1
  done
}
