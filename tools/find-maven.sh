# shellcheck shell=sh disable=SC2034,SC2154 # it shares its names with find-jdk.sh and the launchers
# Finds Maven; mvnw and nocontact read this file with "." after find-jdk.sh, and call find_jdk first.
#
# find_maven sets maven to a program `mvn` of at least the version needed, or says in one sentence what to install and
# returns 1. The order: PATH, MAVEN_HOME, then the folders where systems and tools put it.

find_maven() {
    maven=
    newest_maven=
    if search_path_for_maven || search_usual_folders_for_maven; then
        return 0
    fi
    if [ -n "$newest_maven" ]; then
        found="the one here is $newest_maven"
    else
        found="there is none here"
    fi
    say "NoContact is built with Maven 3.8 or newer, and $found: $(how_to_install_maven)."
    return 1
}

search_path_for_maven() {
    on_path=$(command -v mvn 2>/dev/null) && consider_maven "$on_path"
}

search_usual_folders_for_maven() {
    for folder in \
        "${MAVEN_HOME:-/nonexistent}" \
        "${M2_HOME:-/nonexistent}" \
        "${SDKMAN_DIR:-$home/.sdkman}"/candidates/maven/* \
        "$search_root"/opt/homebrew/opt/maven/libexec \
        "$search_root"/usr/local/opt/maven/libexec \
        "$search_root"/home/linuxbrew/.linuxbrew/opt/maven/libexec \
        "$search_root"/usr/share/maven \
        "$search_root"/opt/maven \
        "$search_root"/opt/apache-maven* \
        "$search_root"/usr/local/apache-maven* \
        "${ASDF_DATA_DIR:-$home/.asdf}"/installs/maven/* \
        "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$home/.local/share}/mise}"/installs/maven/* \
        "$home"/.m2/wrapper/dists/apache-maven-*/*/apache-maven-* \
        "$home"/.m2/wrapper/dists/apache-maven-*/*; do
        consider_maven "$folder/bin/mvn" && return 0
    done
    return 1
}

# Takes the program $1 if it is a Maven that is new enough.
consider_maven() {
    [ -f "$1" ] && [ -x "$1" ] || return 1
    read_maven_version "$1"
    newest_maven=${newest_maven:-$maven_version}
    case $maven_version in
        3.[89].* | 3.[1-9][0-9]* | [4-9].* | [1-9][0-9]*) maven=$1 ;;
        *) return 1 ;;
    esac
}

# The name of Maven's core library says the version without starting it; Debian keeps that library elsewhere.
read_maven_version() {
    follow_links "$1"
    for core in \
        "${followed%/bin/*}"/lib/maven-core-[0-9]*.[0-9]*.jar \
        "${followed%/bin/*}"/../java/maven3-core-[0-9]*.jar; do
        if [ -e "$core" ]; then
            maven_version=${core##*-core-}
            maven_version=${maven_version%.jar}
            return
        fi
    done
    maven_version=$(JAVA_HOME=$jdk_home "$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][^ ]*\).*/\1/p')
}

how_to_install_maven() {
    case $(package_tool) in
        brew) echo "install it with \"brew install maven\"" ;;
        apt) echo "install it with \"$(as_root)apt install maven\"" ;;
        dnf) echo "install it with \"$(as_root)dnf install maven\"" ;;
        zypper) echo "install it with \"$(as_root)zypper install maven\"" ;;
        pacman) echo "install it with \"$(as_root)pacman -S maven\"" ;;
        apk) echo "install it with \"$(as_root)apk add maven\"" ;;
        *) echo "take it from https://maven.apache.org, unpack it and put its folder bin on the PATH" ;;
    esac
}
