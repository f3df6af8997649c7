# Sourced by ./orrery and ./verify: finds or fetches what a build needs. Expects $root; says everything on stderr.

say() { printf 'orrery: %s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

# find_jdk: sets JAVA_HOME to a JDK that builds and runs Orrery. Reads the release files; starts no Java.
find_jdk() {
  local home version refused='' best='' best_version=''
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/*; do
    [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$home/release")
    IFS=. read -r major minor update _ <<<"${version%%[-+]*}..."
    case $major in '' | *[!0-9]*) continue ;; esac
    [ "$major" -ge 21 ] || continue
    if [ "$major" -eq 25 ] && [ "${minor:-0}" = 0 ] && [ "${update:-0}" -lt 3 ]; then
      refused="$home ($version)"
      continue
    fi
    if [ "$home" = "${JAVA_HOME:-}" ]; then best=$home; break; fi
    if [ -z "$best" ] || [ "$major" -gt "$best_version" ]; then best=$home best_version=$major; fi
  done
  if [ -z "$best" ]; then
    [ -z "$refused" ] || die "found $refused, but Java 25 before 25.0.3 may corrupt data in native memory (JDK-8377811); install 25.0.3 or later, or 21."
    die "needs a JDK 21 or newer; install one under /usr/lib/jvm or set JAVA_HOME."
  fi
  export JAVA_HOME=$best
}

# find_maven: sets $maven to a Maven that Tycho accepts; fetches it once into .tools with any older Maven.
find_maven() {
  local version=3.9.11
  maven=$root/.tools/apache-maven-$version/bin/mvn
  [ ! -x "$maven" ] || return 0
  command -v mvn >/dev/null || die "needs any Maven to fetch Maven $version; install the package 'maven'."
  say "fetching Maven $version (once)"
  mkdir -p "$root/.tools"
  (cd "$root/.tools" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    "-Dartifact=org.apache.maven:apache-maven:$version:zip:bin" "-DoutputDirectory=$root/.tools") >"$root/.tools/maven.log" 2>&1 ||
    { tail -n 5 "$root/.tools/maven.log" >&2; die "could not fetch Maven $version; the log is .tools/maven.log."; }
  chmod +x "$maven"
}

# packages_missing WORD...: prints the Debian packages that are not there, of: window (what SWT needs), tests (what the tests add).
packages_missing() {
  local libraries
  [ "$(uname)" = Linux ] || return 0
  libraries=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null) || true)
  for word in "$@"; do
    case $word in
      window)
        case $libraries in *libgtk-3.so.0*) ;; *) echo libgtk-3-0 ;; esac
        case $libraries in *libstdc++.so.6*) ;; *) echo libstdc++6 ;; esac
        ;;
      tests)
        command -v xvfb-run >/dev/null || echo xvfb xauth
        command -v openbox >/dev/null || echo openbox
        command -v dbus-run-session >/dev/null || echo dbus-x11 dbus
        command -v python3 >/dev/null || echo python3
        command -v Rscript >/dev/null || echo r-base-core
        ;;
    esac
  done
}

# install_packages WORD...: installs what is missing as root on Debian; else fails with the sentence to follow.
install_packages() {
  local missing
  missing=$(packages_missing "$@" | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "please install: $missing (on Debian, as root: apt-get install $missing)"
    return 1
  fi
  say "installing $missing"
  mkdir -p "$root/.tools"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; } \
    >"$root/.tools/apt.log" 2>&1 </dev/null || { tail -n 3 "$root/.tools/apt.log" >&2; say "could not install $missing; the log is .tools/apt.log."; return 1; }
}

# this_platform: sets $os, $ws and $arch in the words of Eclipse.
this_platform() {
  case $(uname) in
    Linux) os=linux ws=gtk ;;
    Darwin) os=macosx ws=cocoa ;;
    *) die "this script runs on Linux and macOS; on Windows use orrery.cmd of a packaged product." ;;
  esac
  case $(uname -m) in
    x86_64 | amd64) arch=x86_64 ;;
    aarch64 | arm64) arch=aarch64 ;;
    *) die "no native libraries for the processor $(uname -m)." ;;
  esac
}

# commit_instant: the instant of the commit that is built, so that a build of it is reproducible.
commit_instant() {
  TZ=UTC0 git -C "$root" log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd 2>/dev/null || echo 2026-01-01T00:00:00Z
}

# add_plugin PRODUCT FOLDER CLASSES: compiles the plug-in of that folder (META-INF/MANIFEST.MF, plugin.xml, src) into CLASSES and adds it to a
# copy of a product that may share its files with the original.
add_plugin() {
  local product=$1 folder=$2 classes=$3 name version info
  name=$(sed -n 's/^Bundle-SymbolicName: *\([^;]*\).*/\1/p' "$folder/META-INF/MANIFEST.MF" | tr -d '\r')
  version=$(sed -n 's/^Bundle-Version: *//p' "$folder/META-INF/MANIFEST.MF" | tr -d '\r')
  mkdir -p "$classes"
  find "$folder/src" -name '*.java' -print0 | xargs -0 "$JAVA_HOME/bin/javac" --release 21 -nowarn -proc:none \
    -cp "$(printf '%s:' "$product"/plugins/*.jar)" -d "$classes"
  (cd "$folder/src" && find . -name '*.properties' -exec cp --parents {} "$classes" \;)
  cp "$folder/plugin.xml" "$classes"
  "$JAVA_HOME/bin/jar" cfm "$product/plugins/${name}_$version.jar" "$folder/META-INF/MANIFEST.MF" -C "$classes" .
  info=$product/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info
  cp "$info" "$info.own" && mv "$info.own" "$info"
  echo "$name,$version,plugins/${name}_$version.jar,4,false" >>"$info"
}
