# Sourced: builds the product, adds the fixture plug-in to a copy of it, compiles the campaigns. Expects $root. Sets $product
# (the folder of the copy) and faults_java (the options of a Java that has the campaigns and the bundles of the product on its class path).
. "$root/releng/tools.sh"
find_jdk
if [ -n "${ORRERY_PRODUCT:-}" ]; then
  built=$ORRERY_PRODUCT # a product that was built before, instead of that of this checkout
else
  "$root/orrery" --version >/dev/null || die "the product cannot be built; the log is .tools/build.log."
  built=$(ls -dt "$root"/.tools/products/*/ | head -n 1)
fi
built=${built%/}
work=$root/.tools/faults
product=$work/product
rm -rf "$product" "$work/classes" "$work/fixture"
mkdir -p "$work/classes" "$work/tmp"
cp -Rl "$built" "$product" 2>/dev/null || cp -R "$built" "$product"

# The bundles as a plain class path; those of lib.* are folders that hold theirs.
# Jars only, or the archive of classes below is of no use.
plugins=$(printf ':%s' "$product"/plugins/*.jar)
while IFS= read -r jar; do plugins+=:$jar; done < <(find "$product"/plugins/org.orrery.lib.* -name '*.jar')

add_plugin "$product" "$root/releng/faults/fixture" "$work/fixture"
fixture_jar=$product/plugins/org.orrery.faults.fixture_1.0.0.jar

find "$root/releng/faults/src" "$root/releng/benchmarks/durability" -name '*.java' -print0 |
  xargs -0 "$JAVA_HOME/bin/javac" --release 21 -nowarn -proc:none -cp "$fixture_jar$plugins" \
    -sourcepath "$root/releng/faults/src" -d "$work/classes" "$root/bundles/org.orrery.testkit/src/org/orrery/testkit/DocumentDifference.java"
"$JAVA_HOME/bin/jar" cf "$work/faults.jar" -C "$work/classes" .
export ORRERY_CONFIGURATION=$work/configuration
rm -rf "$ORRERY_CONFIGURATION"

# Class data of one run of the fixture without a framework, so that the next ones start in a fraction of a second.
archive=$work/engine.jsa
faults_java=(-XX:+UseSerialGC -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED "-Dorrery.engine.archive=$archive"
  -cp "$work/faults.jar:$fixture_jar$plugins")
rm -rf "$archive" "$work/tmp/archive"
"$JAVA_HOME/bin/java" -XX:ArchiveClassesAtExit="$archive" -Xlog:disable -cp "$work/faults.jar:$fixture_jar$plugins" org.orrery.faults.EngineProcess \
  run ledger --set rows=1 --set chain=true --set artifact=true --workspace "$work/tmp/archive" >/dev/null 2>"$work/archive.log" ||
  die "the fixture does not run; see .tools/faults/archive.log."
