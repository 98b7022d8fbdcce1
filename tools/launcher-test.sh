#!/bin/sh
# Tests mvnw and nocontact with made-up JDKs and Mavens: folders with a file `release` and programs that write down how
# they were called. Nothing is built and no java is started. The last line says how many passed.
#
#   NOCONTACT_TEST_SHELL  the shell that runs the launchers (default: sh)
set -u

shell=$(command -v "${NOCONTACT_TEST_SHELL:-sh}")
repository=$(CDPATH='' cd -P "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

main() {
    jdk_on_path_is_too_old_and_one_elsewhere_is_found
    java_home_comes_first
    java_home_that_is_too_old_is_passed_over
    links_from_the_path_are_followed
    a_runtime_without_javac_is_none
    the_usual_folders_are_searched
    the_tested_version_comes_before_a_newer_one
    java_is_asked_where_no_file_says_its_version
    no_jdk_is_said_in_one_sentence
    maven_is_found
    maven_missing_or_too_old_is_said_in_one_sentence
    maven_gets_the_jdk_and_its_arguments
    the_first_start_builds_and_later_ones_do_not
    what_changes_is_built_again
    a_build_that_fails_is_said_in_one_sentence
    arguments_exit_code_folder_and_signals_are_the_programs
    links_and_spaces_do_not_matter
    two_starts_build_once
    a_build_that_was_killed_is_done_again
    a_build_that_is_stopped_leaves_nothing_behind
    the_fast_start_is_prepared_once
    the_fast_start_is_prepared_again_for_another_jar_or_jdk
    a_fast_start_that_fails_is_passed_over
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}

# ---- The tests: JDK

jdk_on_path_is_too_old_and_one_elsewhere_is_found() {
    new_machine
    make_jdk "$machine/usr/lib/jvm/java-17" 17.0.15
    make_jdk "$machine/usr/lib/jvm/temurin-25" 25.0.3
    link_to_path "$machine/usr/lib/jvm/java-17"
    expect_jdk "$machine/usr/lib/jvm/temurin-25" "17 on the PATH, 25 in /usr/lib/jvm"
}

java_home_comes_first() {
    new_machine
    make_jdk "$machine/usr/lib/jvm/a" 25
    make_jdk "$machine/my own jdk" 26.0.1
    JAVA_HOME="$machine/my own jdk"
    expect_jdk "$machine/my own jdk" "JAVA_HOME with spaces and a newer version"
}

java_home_that_is_too_old_is_passed_over() {
    new_machine
    make_jdk "$machine/old" 1.8.0_402
    make_jdk "$machine/opt/jdk-25" 25.0.3
    JAVA_HOME="$machine/old"
    expect_jdk "$machine/opt/jdk-25" "JAVA_HOME of Java 8"
    JAVA_HOME="$machine/nothing here"
    expect_jdk "$machine/opt/jdk-25" "JAVA_HOME of nothing"
}

links_from_the_path_are_followed() {
    new_machine
    make_jdk "$machine/some where/jdk" 25.0.3
    make_jdk "$machine/usr/lib/jvm/other" 25.0.3
    mkdir -p "$machine/alternatives"
    ln -s "$machine/some where/jdk/bin/java" "$machine/alternatives/java"
    ln -s "../alternatives/java" "$machine/bin/java"
    expect_jdk "$machine/some where/jdk" "java behind two links"
    rm "$machine/bin/java"
    ln -s "../some where/jdk/bin/javac" "$machine/bin/javac"
    expect_jdk "$machine/some where/jdk" "javac behind one link"
    rm "$machine/bin/javac" "$machine/bin/readlink"
    cat >"$machine/bin/readlink" <<FAKE
#!/bin/sh
[ "\$1" = -f ] && exit 1
exec "$(command -v readlink)" "\$@"
FAKE
    chmod +x "$machine/bin/readlink"
    ln -s "../alternatives/java" "$machine/bin/java"
    expect_jdk "$machine/some where/jdk" "java behind two links, with an old readlink"
}

a_runtime_without_javac_is_none() {
    new_machine
    make_jdk "$machine/usr/lib/jvm/jre" 25.0.3
    rm "$machine/usr/lib/jvm/jre/bin/javac"
    link_to_path "$machine/usr/lib/jvm/jre"
    run_mvnw -v
    expect "a runtime without javac" "$status" = 1
    make_jdk "$machine/usr/lib/jvm/z" 25.0.3
    expect_jdk "$machine/usr/lib/jvm/z" "a JDK after a runtime"
}

the_usual_folders_are_searched() {
    for place in /usr/lib/jvm/a /usr/lib64/jvm/a /usr/java/jdk-25 /opt/jdk-25 /opt/java/openjdk /usr/local/openjdk-25 \
        /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home \
        ~/Library/Java/JavaVirtualMachines/openjdk-25/Contents/Home \
        ~/.sdkman/candidates/java/25.0.3-tem ~/.jdks/temurin-25.0.3 ~/.jabba/jdk/25 ~/.asdf/installs/java/temurin-25 \
        ~/.local/share/mise/installs/java/25 ~/.gradle/jdks/eclipse-25 ~/.gradle/jdks/25/jdk-25.0.3+9; do
        new_machine
        case $place in
            "$HOME"/*) jdk=$machine/home${place#"$HOME"} ;;
            *) jdk=$machine$place ;;
        esac
        make_jdk "$jdk" 25.0.3
        expect_jdk "$jdk" "a JDK in $place"
    done
}

the_tested_version_comes_before_a_newer_one() {
    new_machine
    make_jdk "$machine/usr/lib/jvm/27" 27
    expect_jdk "$machine/usr/lib/jvm/27" "a newer JDK alone"
    make_jdk "$machine/home/.jdks/25" 25
    expect_jdk "$machine/home/.jdks/25" "a newer JDK and one of the tested version"
}

java_is_asked_where_no_file_says_its_version() {
    new_machine
    make_jdk "$machine/opt/a" 17
    make_jdk "$machine/opt/b" 25.0.3
    rm "$machine/opt/a/release" "$machine/opt/b/release"
    expect_jdk "$machine/opt/b" "no file release"
}

no_jdk_is_said_in_one_sentence() {
    new_machine
    run_mvnw -v
    expect "no JDK: exit code" "$status" = 1
    expect_sentence "no JDK" "there is none here" "https://adoptium.net" ".jdks"
    expect "no JDK: nothing on stdout" "$(cat "$machine/stdout")" = ""
    make_jdk "$machine/usr/lib/jvm/java-17" 17.0.15
    fake_tool dnf
    run_nocontact serve
    expect "only an old JDK: exit code" "$status" = 1
    expect_sentence "only an old JDK" "the newest here is 17" "dnf install java-25-openjdk-devel"
    rm "$machine/bin/dnf"
    fake_tool pacman
    run_mvnw -v
    expect_sentence "no JDK, pacman" "pacman -S jdk-openjdk"
    fake_tool apt-get
    fake_tool apt-cache
    run_mvnw -v
    expect_sentence "no JDK, apt has one" "apt install openjdk-25-jdk-headless"
    fake_tool apt-cache 100
    run_mvnw -v
    expect_sentence "no JDK, apt has none" "https://adoptium.net"
    fake_tool brew
    run_mvnw -v
    expect_sentence "no JDK, brew on Linux is not asked" "https://adoptium.net"
    system=Darwin
    run_mvnw -v
    expect_sentence "no JDK, brew" "brew install openjdk@25"
}

# ---- The tests: Maven

maven_is_found() {
    new_machine
    make_jdk "$machine/opt/jdk" 25.0.3
    make_maven "$machine/tools/maven 3" 3.9.9
    ln -s "$machine/tools/maven 3/bin/mvn" "$machine/bin/mvn"
    run_mvnw -v
    expect_called "Maven on the PATH" "maven 3.9.9"
    for place in /usr/share/maven /opt/maven /opt/apache-maven-3.9.9 /opt/homebrew/opt/maven/libexec \
        /home/.sdkman/candidates/maven/current /home/.m2/wrapper/dists/apache-maven-3.9.9/1234abcd; do
        new_machine
        make_jdk "$machine/opt/jdk" 25.0.3
        make_maven "$machine$place" 3.9.9
        run_mvnw -v
        expect_called "Maven in $place" "maven 3.9.9"
    done
    for version in 3.8.1 3.10.0 4.0.0-rc-4; do
        new_machine
        make_jdk "$machine/opt/jdk" 25.0.3
        make_maven "$machine/opt/maven" "$version"
        rm -r "$machine/opt/maven/lib"
        run_mvnw -v
        expect_called "Maven $version, by its word" "maven $version"
    done
    new_machine
    make_jdk "$machine/opt/jdk" 25.0.3
    make_maven "$machine/usr/share/maven" 3.8.7
    rm -r "$machine/usr/share/maven/lib"
    mkdir -p "$machine/usr/share/java"
    : >"$machine/usr/share/java/maven3-core-3.8.7.jar"
    run_mvnw -v
    expect_called "Maven as Debian lays it out" "maven 3.8.7"
}

maven_missing_or_too_old_is_said_in_one_sentence() {
    new_machine
    make_jdk "$machine/opt/jdk" 25.0.3
    run_mvnw -v
    expect "no Maven: exit code" "$status" = 1
    expect_sentence "no Maven" "Maven 3.8 or newer" "there is none here" "https://maven.apache.org"
    make_maven "$machine/usr/share/maven" 3.6.3
    ln -s "$machine/usr/share/maven/bin/mvn" "$machine/bin/mvn"
    fake_tool apt-get
    run_nocontact serve
    expect "Maven too old: exit code" "$status" = 1
    expect_sentence "Maven too old" "the one here is 3.6.3" "apt install maven"
    expect "Maven too old: no lock is left" ! -e "$machine/clone/app/target/building"
    make_maven "$machine/home/.sdkman/candidates/maven/3.9.9" 3.9.9
    run_mvnw -v
    expect_called "an old Maven on the PATH and a newer one elsewhere" "maven 3.9.9"
}

maven_gets_the_jdk_and_its_arguments() {
    new_machine
    make_jdk "$machine/opt/jdk" 25.0.3
    make_maven "$machine/opt/maven" 3.9.9
    maven_opts=-Xmx1g
    exit_code=7
    run_mvnw verify "-Dname=two words"
    expect "Maven's exit code" "$status" = 7
    expect_called "Maven's JDK" "JAVA_HOME=$machine/opt/jdk"
    expect_called "Maven's arguments" "[verify][-Dname=two words]"
    expect_called "Maven's options" "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g"
    rm -r "$machine/opt/jdk"
    make_jdk "$machine/opt/jdk" 26
    maven_opts=-Xmx1g
    run_mvnw verify
    expect_called "a newer JDK gets no option that it may refuse" "MAVEN_OPTS=-Xmx1g"
}

# ---- The tests: building

the_first_start_builds_and_later_ones_do_not() {
    new_buildable_machine
    run_nocontact rule show
    expect "first start: exit code" "$status" = 0
    expect "first start: only the program is on stdout" "$(cat "$machine/stdout")" = "the program ran"
    expect_stderr "first start: the modules are named" "1 of 2, core" "2 of 2, app" "Built in"
    expect_called "first start: what is built" "[-pl][app][-am]"
    expect "first start: a build with checks begins anew" ! -e "$machine/clone/core/target/maven-status"
    expect "first start: the log" -s "$machine/clone/app/target/build.log"
    forget
    run_nocontact rule show
    expect "second start: nothing is built" "$(grep -c '^maven' "$machine/calls")" = 0
    expect "second start: nothing is said" ! -s "$machine/stderr"
}

what_changes_is_built_again() {
    new_buildable_machine
    run_nocontact
    for change in "touch core/src/main/java/Rule.java" "rm core/src/main/java/Rule.java" "touch pom.xml" \
        "touch app/pom.xml" "mkdir -p mail/src/main/java" "rm app/target/nocontact.jar"; do
        forget
        sleep 0.02
        (cd "$machine/clone" && $change)
        run_nocontact
        expect "$change: built again" "$(grep -c '^maven' "$machine/calls")" = 1
        forget
        run_nocontact
        expect "$change: once" "$(grep -c '^maven' "$machine/calls")" = 0
    done
    touch "$machine/clone/README.md"
    mkdir -p "$machine/clone/core/src/test" && touch "$machine/clone/core/src/test/RuleTest.java"
    run_nocontact
    expect "a test or a text changes: not built again" "$(grep -c '^maven' "$machine/calls")" = 0
}

a_build_that_fails_is_said_in_one_sentence() {
    new_buildable_machine
    exit_code=1
    run_nocontact
    expect "failed build: exit code" "$status" = 1
    expect_stderr "failed build: the log is named" "could not be built; why is in $machine/clone/app/target/build.log."
    expect "failed build: the program is not started" "$(grep -c 'nocontact.jar' "$machine/calls")" = 0
    expect "failed build: no lock is left" ! -e "$machine/clone/app/target/building"
    says="Could not transfer artifact"
    exit_code=1
    run_nocontact
    expect_stderr "failed download" "connect to the network"
    run_nocontact
    expect "after a failed build: exit code" "$status" = 0
    expect "after a failed build: it runs" "$(cat "$machine/stdout")" = "the program ran"
}

arguments_exit_code_folder_and_signals_are_the_programs() {
    new_buildable_machine
    run_nocontact
    for code in 0 1 2 3; do
        program_exit_code=$code
        run_nocontact ask
        expect "exit code $code" "$status" = "$code"
    done
    forget
    mkdir -p "$machine/else where"
    (cd "$machine/else where" && run_nocontact ask --text "two words" "" "*")
    expect_called "the program's arguments" "[-jar][$machine/clone/app/target/nocontact.jar][ask][--text][two words][][*]"
    expect_called "the program's folder" "in $machine/else where"
    forget
    lc_all=C
    java_opts="-Xmx1g -Da=b"
    run_nocontact
    expect_called "more options for java" "[-Xmx1g][-Da=b]"
    expect_called "a language that can say every name" "LC_ALL=C.UTF-8"
    expect_called "the home folder is HOME" "[-Duser.home=$machine/home]"
    waits=yes
    start_nocontact serve
    wait_for "$machine/waiting"
    expect "the program is the same process" "$(cat "$machine/waiting")" = "$started"
    kill -TERM "$started"
    wait "$started"
    expect "a signal reaches the program" "$?" = 9
}

links_and_spaces_do_not_matter() {
    new_buildable_machine
    mv "$machine/clone" "$machine/a clone ü"
    mkdir -p "$machine/links"
    ln -s "../a clone ü/nocontact" "$machine/links/one"
    ln -s "$machine/links/one" "$machine/two"
    (cd / && run_launcher "$machine/two")
    expect "a path with spaces, through two links" "$(cat "$machine/stdout")" = "the program ran"
    expect_called "the jar beside the launcher" "[$machine/a clone ü/app/target/nocontact.jar]"
    forget
    (cd "$machine/a clone ü" && run_launcher nocontact)
    expect "called without a folder" "$(cat "$machine/stdout")" = "the program ran"
    expect "called in another way: nothing is built" "$(grep -c '^maven' "$machine/calls")" = 0
}

two_starts_build_once() {
    new_buildable_machine
    takes=2
    start_nocontact one
    first=$started
    start_nocontact two
    second=$started
    wait "$first"
    expect "two starts: the first" "$?" = 0
    wait "$second"
    expect "two starts: the second" "$?" = 0
    expect "two starts: one build" "$(grep -c '^maven' "$machine/calls")" = 1
    expect "two starts: two programs" "$(grep -c 'nocontact.jar\]\[\(one\|two\)\]' "$machine/calls")" = 2
    expect "two starts: no lock is left" ! -e "$machine/clone/app/target/building"
}

a_build_that_was_killed_is_done_again() {
    new_buildable_machine
    run_nocontact
    mkdir "$machine/clone/app/target/building"
    dead_process
    echo "$dead" >"$machine/clone/app/target/building/owner"
    forget
    run_nocontact
    expect "killed build: done again" "$(grep -c '^maven' "$machine/calls")" = 1
    expect "killed build: it runs" "$(cat "$machine/stdout")" = "the program ran"
    mkdir "$machine/clone/app/target/building"
    forget
    run_nocontact
    expect "a lock without an owner: done again" "$(grep -c '^maven' "$machine/calls")" = 1
}

a_build_that_is_stopped_leaves_nothing_behind() {
    new_buildable_machine
    takes=20
    start_nocontact
    wait_for "$machine/building"
    kill -TERM "$started"
    wait "$started"
    expect "stopped build: exit code" "$?" = 143
    expect "stopped build: no lock is left" ! -e "$machine/clone/app/target/building"
    expect "stopped build: Maven is stopped" -e "$machine/stopped"
}

# ---- The tests: the fast start

the_fast_start_is_prepared_once() {
    new_buildable_machine
    run_nocontact
    expect_stderr "the fast start is announced" "Preparing a fast start, once."
    expect_called "the program is shown to the JVM" "nocontact.jar][train]"
    expect_called "training has a folder of its own" "NOCONTACT_DATA=$machine/clone/app/target/training/data"
    expect_called "the cache is used" "[-XX:AOTCache=$machine/clone/app/target/nocontact.aot]"
    expect "nothing of it is left" ! -e "$machine/clone/app/target/training"
    forget
    run_nocontact
    expect "later starts do not train" "$(grep -c '\[train\]' "$machine/calls")" = 0
    expect_called "later starts use the cache" "[-XX:AOTCache=$machine/clone/app/target/nocontact.aot]"
}

the_fast_start_is_prepared_again_for_another_jar_or_jdk() {
    new_buildable_machine
    run_nocontact
    for change in "touch app/target/nocontact.jar" "touch app/target/lib/core.jar" "rm app/target/nocontact.aot.for" \
        "mv $machine/opt/jdk $machine/opt/another"; do
        sleep 0.02
        forget
        (cd "$machine/clone" && $change)
        run_nocontact
        expect "$change: trained again" "$(grep -c '\[train\]' "$machine/calls")" = 1
        forget
        run_nocontact
        expect "$change: once" "$(grep -c '\[train\]' "$machine/calls")" = 0
    done
}

a_fast_start_that_fails_is_passed_over() {
    new_buildable_machine
    training_exit_code=2
    run_nocontact
    expect "failed training: exit code" "$status" = 0
    expect "failed training: the program runs" "$(cat "$machine/stdout")" = "the program ran"
    expect "failed training: the last word" "$(tail -n 1 "$machine/stderr")" = "Preparing a fast start, once."
    expect "failed training: no cache" "$(grep -c 'AOTCache=' "$machine/calls")" = 0
    forget
    run_nocontact
    expect "failed training: not tried at every start" "$(grep -c '\[train\]' "$machine/calls")" = 0
    expect "failed training: nothing is said" ! -s "$machine/stderr"
    forget
    mkdir "$machine/clone/app/target/training"
    echo $$ >"$machine/clone/app/target/training/owner"
    sleep 0.02
    touch "$machine/clone/app/target/nocontact.jar"
    run_nocontact
    expect "another start is training: this one runs without" "$(grep -c 'AOTCache=' "$machine/calls")" = 0
    dead_process
    echo "$dead" >"$machine/clone/app/target/training/owner"
    run_nocontact
    expect_called "training that was killed is done again" "[-XX:AOTCache="
}

# ---- What the tests are made of

# A machine of its own: no JDK, no Maven, an empty home, a copy of the launchers, and of the real tools only the plainest.
new_machine() {
    rm -rf "${machine:-}"
    machine=$(mktemp -d "$scratch/machine.XXXXXX")
    machine=$(CDPATH='' cd -P "$machine" && pwd)
    mkdir -p "$machine/bin" "$machine/home" "$machine/clone/tools" "$machine/clone/app/src/main/java" \
        "$machine/clone/core/src/main/java"
    cp "$repository/nocontact" "$repository/mvnw" "$machine/clone"
    cp "$repository"/tools/find-*.sh "$machine/clone/tools"
    touch "$machine/clone/pom.xml" "$machine/clone/app/pom.xml" "$machine/clone/core/pom.xml" \
        "$machine/clone/core/src/main/java/Rule.java"
    for tool in sh cat cp date dirname find grep head id ls mkdir mv printf ps readlink rm rmdir sed sleep tail touch uname; do
        ln -s "$(command -v "$tool")" "$machine/bin/$tool"
    done
    JAVA_HOME=
    system=Linux
    behave
    forget
}

# How the fakes behave, and what the launcher finds in its environment, unless a test says otherwise.
behave() {
    exit_code=0
    takes=0
    says=
    training_exit_code=0
    program_exit_code=0
    waits=
    lc_all=
    maven_opts=
    java_opts=
}

new_buildable_machine() {
    new_machine
    make_jdk "$machine/opt/jdk" 25.0.3
    make_maven "$machine/opt/maven" 3.9.9
}

# A JDK whose java writes down its call; it trains, waits for a signal and exits as the variables below say.
make_jdk() {
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\nOS_NAME="Linux"\n' "$2" >"$1/release"
    cat >"$1/bin/java" <<FAKE
#!/bin/sh
[ "\$1" = -version ] && { echo 'openjdk version "$2" 2026-04-21' >&2; exit 0; }
call="java $2 in \$PWD LC_ALL=\${LC_ALL:-} NOCONTACT_DATA=\${NOCONTACT_DATA:-} "
for argument; do
    call="\$call[\$argument]"
    case \$argument in
        -XX:AOTCacheOutput=*) output=\${argument#*=} ;;
        train) training=yes ;;
    esac
done
echo "\$call" >>"$machine/calls"
if [ -n "\${training:-}" ]; then
    echo cache >"\$output"
    exit "\${TRAINING_EXIT_CODE:-0}"
fi
if [ -n "\${WAITS:-}" ]; then
    trap 'exit 9' TERM
    echo \$\$ >"$machine/waiting.part" && mv "$machine/waiting.part" "$machine/waiting"
    tries=0
    while [ \$tries -lt 100 ]; do sleep 0.1; tries=\$((tries + 1)); done
fi
echo "the program ran"
exit "\${PROGRAM_EXIT_CODE:-0}"
FAKE
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# A Maven that writes down its call, and "builds" by writing a jar when it succeeds.
make_maven() {
    mkdir -p "$1/bin" "$1/lib"
    : >"$1/lib/maven-core-$2.jar"
    cat >"$1/bin/mvn" <<FAKE
#!/bin/sh
[ "\$1" = --version ] && { echo "Apache Maven $2 (abc)"; exit 0; }
call="maven $2 JAVA_HOME=\$JAVA_HOME "
while [ \$# -gt 0 ]; do
    call="\$call[\$1]"
    [ "\$1" = -f ] && clone=\${2%/*}
    shift
done
echo "\$call MAVEN_OPTS=\${MAVEN_OPTS:-}" >>"$machine/calls"
echo "[INFO] Building nocontact-core 0.1.0                                     [1/2]"
echo "[INFO] Building nocontact-app 0.1.0                                      [2/2]"
echo "\${SAYS:-}"
trap ': >"$machine/stopped"; exit 143' TERM
: >"$machine/building"
tries=0
while [ \$tries -lt "\$((\${TAKES:-0} * 10))" ]; do sleep 0.1; tries=\$((tries + 1)); done
[ "\${EXIT_CODE:-0}" -eq 0 ] || exit "\$EXIT_CODE"
[ -n "\${clone:-}" ] || exit 0
mkdir -p "\$clone/app/target/lib" "\$clone/core/target/maven-status"
echo jar >"\$clone/app/target/lib/core.jar"
echo jar >"\$clone/app/target/nocontact.jar"
FAKE
    chmod +x "$1/bin/mvn"
}

link_to_path() {
    ln -s "$1/bin/java" "$machine/bin/java"
    [ -e "$1/bin/javac" ] && ln -s "$1/bin/javac" "$machine/bin/javac"
}

fake_tool() {
    printf '#!/bin/sh\nexit %s\n' "${2:-0}" >"$machine/bin/$1"
    chmod +x "$machine/bin/$1"
}

dead_process() {
    "$shell" -c : &
    dead=$!
    wait "$dead"
}

run_mvnw() {
    run_launcher "$machine/clone/mvnw" "$@"
}

run_nocontact() {
    run_launcher "$machine/clone/nocontact" "$@"
}

# Sets status; what the launcher printed is in the files stdout and stderr of the machine. What was set for this run
# alone is as before after it.
run_launcher() {
    (launch "$@") >"$machine/stdout" 2>"$machine/stderr"
    status=$?
    behave
}

# Sets started to the process, which is the launcher itself.
start_nocontact() {
    launch "$machine/clone/nocontact" "$@" >>"$machine/stdout" 2>>"$machine/stderr" &
    started=$!
}

launch() {
    exec env -i PATH="$machine/bin" HOME="$machine/home" JAVA_HOME="$JAVA_HOME" LC_ALL="$lc_all" \
        NOCONTACT_SEARCH_ROOT="$machine" NOCONTACT_SYSTEM="$system" \
        MAVEN_OPTS="$maven_opts" NOCONTACT_JAVA_OPTS="$java_opts" \
        EXIT_CODE="$exit_code" TAKES="$takes" SAYS="$says" \
        TRAINING_EXIT_CODE="$training_exit_code" PROGRAM_EXIT_CODE="$program_exit_code" WAITS="$waits" \
        "$shell" "$@"
}

forget() {
    : >"$machine/calls"
}

wait_for() {
    tries=0
    while [ ! -e "$1" ] && [ "$tries" -lt 100 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
}

# expect NAME CONDITION…: the condition is one of `test`.
expect() {
    name=$1
    shift
    if [ "$@" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name: $*"
        sed 's/^/    stderr: /' "$machine/stderr"
    fi
}

expect_jdk() {
    [ -e "$machine/opt/maven" ] || make_maven "$machine/opt/maven" 3.9.9
    forget
    run_mvnw -v
    expect_called "$2" "JAVA_HOME=$1 "
}

expect_called() {
    grep -q -F -e "$2" "$machine/calls"
    expect "$1: called with $2" $? = 0
}

expect_stderr() {
    what=$1
    shift
    for words; do
        grep -q -F -e "$words" "$machine/stderr"
        expect "$what: says \"$words\"" $? = 0
    done
}

expect_sentence() {
    expect_stderr "$@"
    expect "$1: one line" "$(grep -c '' "$machine/stderr")" = 1
    expect "$1: ends with a full stop" "$(tail -c 2 "$machine/stderr")" = "."
}

main
