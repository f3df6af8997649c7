# Sourced: compiles a benchmark against the bundles of the built product. Expects $root and $benchmark (its folder); sets benchmark_java,
# the options of a Java that has both on its class path. ORRERY_PRODUCT names a product that was built before, ORRERY_CLASSPATH classes.
. "$root/releng/tools.sh"
find_jdk
work=$root/.tools/benchmarks/$(basename "$benchmark")
rm -rf "$work/classes"
mkdir -p "$work/classes" "$root/.tools/benchmarks/nested"
plugins=${ORRERY_CLASSPATH:-}
if [ -z "$plugins" ]; then
  if [ -z "${ORRERY_PRODUCT:-}" ]; then
    "$root/orrery" --version >/dev/null || die "the product cannot be built; the log is .tools/build.log."
    ORRERY_PRODUCT=$(ls -dt "$root"/.tools/products/*/ | head -n 1)
  fi
  plugins=$(printf '%s:' "${ORRERY_PRODUCT%/}"/plugins/*.jar)
  while IFS= read -r jar; do plugins+=$jar:; done < <(find "${ORRERY_PRODUCT%/}"/plugins/org.orrery.lib.* -name '*.jar') # folders
  # A plain class path checks the signature of the framework's jar before the first message is bound, 0.2 s of the start; in the product
  # the framework is what loads, and checks none. Unpacked it has none to check.
  for framework in "${ORRERY_PRODUCT%/}"/plugins/org.eclipse.osgi_*.jar; do
    into=$root/.tools/benchmarks/nested/$(basename "$framework" .jar)
    [ -d "$into" ] || { mkdir -p "$into.new"; (cd "$into.new" && "$JAVA_HOME/bin/jar" xf "$framework"); mv "$into.new" "$into"; }
    plugins=$into:$plugins
  done
fi
find "$benchmark/src" "$root/releng/benchmarks/shared/src" -name '*.java' -print0 |
  xargs -0 "$JAVA_HOME/bin/javac" --release 21 -nowarn -proc:none -cp "$plugins" -d "$work/classes"
benchmark_java=(-Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED -cp "$work/classes:$plugins")
(cd "$benchmark/src" && find . -name '*.properties' -exec cp --parents {} "$work/classes" \;)
