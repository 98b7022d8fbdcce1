# shellcheck shell=sh
# Finds a JDK; mvnw and nocontact read this file with ".".
#
# find_jdk sets jdk_home and jdk_feature (25 for 25.0.3), or says in one sentence what to install and returns 1.
# The order: JAVA_HOME, PATH, then the folders where systems, tools and editors put their JDKs; of those a JDK of
# exactly the version that NoContact is tested with comes before a newer one.
#
# Besides HOME, PATH, JAVA_HOME and the tools' own variables for their folders, the tests set
#   NOCONTACT_SEARCH_ROOT  stands before every system folder below (empty: the machine's own)
#   NOCONTACT_SYSTEM       stands for what `uname -s` says

needed_jdk=25
search_root=${NOCONTACT_SEARCH_ROOT:-}
home=${HOME:-/nonexistent}

find_jdk() {
    jdk_home=
    jdk_feature=
    newest_java=
    considered=
    if consider_jdk "${JAVA_HOME:-}" || search_path || search_usual_folders; then
        return 0
    fi
    if [ -n "$newest_java" ]; then
        found="the newest here is $newest_java"
    else
        found="there is none here"
    fi
    say "NoContact needs a JDK $needed_jdk or newer, and $found: $(how_to_install_jdk)."
    return 1
}

# Every java and javac on the PATH, links followed to the JDK that they belong to.
search_path() {
    saved_ifs=$IFS
    IFS=:
    set -f
    # shellcheck disable=SC2086 # the PATH is split on purpose
    set -- ${PATH:-}
    set +f
    IFS=$saved_ifs
    for folder; do
        for name in javac java; do
            [ -x "$folder/$name" ] || continue
            follow_links "$folder/$name"
            case $followed in
                */bin/java | */bin/javac) consider_jdk "${followed%/bin/*}" && return 0 ;;
            esac
        done
    done
    return 1
}

search_usual_folders() {
    newer_home=
    newer_feature=
    for folder in \
        "$search_root"/usr/lib/jvm/* \
        "$search_root"/usr/lib64/jvm/* \
        "$search_root"/usr/java/* \
        "$search_root"/usr/local/java/* \
        "$search_root"/usr/local/lib/jvm/* \
        "$search_root"/usr/local/*jdk* \
        "$search_root"/opt/* \
        "$search_root"/opt/java/* \
        "$search_root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk \
        "$search_root"/usr/local/opt/openjdk*/libexec/openjdk.jdk \
        "$search_root"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "$search_root"/Library/Java/JavaVirtualMachines/* \
        "$search_root"/snap/openjdk/current/jdk \
        "$home"/Library/Java/JavaVirtualMachines/* \
        "${SDKMAN_DIR:-$home/.sdkman}"/candidates/java/* \
        "$home"/.jdks/* \
        "${JABBA_HOME:-$home/.jabba}"/jdk/* \
        "${ASDF_DATA_DIR:-$home/.asdf}"/installs/java/* \
        "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$home/.local/share}/mise}"/installs/java/* \
        "${GRADLE_USER_HOME:-$home/.gradle}"/jdks/* \
        "${GRADLE_USER_HOME:-$home/.gradle}"/jdks/*/*; do
        for candidate in "$folder" "$folder/Contents/Home"; do
            consider_jdk "$candidate" || continue
            [ "$jdk_feature" -eq "$needed_jdk" ] && return 0
            newer_home=${newer_home:-$jdk_home}
            newer_feature=${newer_feature:-$jdk_feature}
        done
    done
    jdk_home=$newer_home
    jdk_feature=$newer_feature
    [ -n "$jdk_home" ]
}

# Takes $1 if it is the home of a JDK that is new enough. A runtime without javac is none. Nothing is looked at twice,
# and an empty name not at all.
consider_jdk() {
    case ":$considered:" in *":$1:"*) return 1 ;; esac
    considered=$considered:$1
    [ -x "$1/bin/java" ] || return 1
    read_feature "$1"
    [ "${feature:-0}" -gt "${newest_java:-0}" ] && newest_java=$feature
    [ "${feature:-0}" -ge "$needed_jdk" ] && [ -x "$1/bin/javac" ] || return 1
    jdk_home=$1
    jdk_feature=$feature
}

# Sets feature to 25 for "25.0.3" and "25-ea", to 8 for "1.8.0_402". The file `release` says it without starting java.
read_feature() {
    version=
    if [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} && break ;; esac
        done <"$1/release"
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    version=${version#\"}
    version=${version#1.}
    feature=${version%%[!0-9]*}
}

# Sets followed to the file that $1 (a path with a slash) leads to. Not every system's readlink knows -f.
follow_links() {
    followed=$(readlink -f "$1" 2>/dev/null) && return
    followed=$1
    while [ -L "$followed" ]; do
        link=$(readlink "$followed")
        case $link in
            /*) followed=$link ;;
            *) followed=${followed%/*}/$link ;;
        esac
    done
}

how_to_install_jdk() {
    case $(package_tool) in
        brew) echo "install one with \"brew install openjdk@$needed_jdk\"" ;;
        apt)
            if apt-cache show "openjdk-$needed_jdk-jdk-headless" >/dev/null 2>&1; then
                echo "install one with \"$(as_root)apt install openjdk-$needed_jdk-jdk-headless\""
            else
                echo "this system's packages have none, so take Temurin $needed_jdk from https://adoptium.net and unpack it in $home/.jdks, where it is found"
            fi
            ;;
        dnf) echo "install one with \"$(as_root)dnf install java-$needed_jdk-openjdk-devel\"" ;;
        zypper) echo "install one with \"$(as_root)zypper install java-$needed_jdk-openjdk-devel\"" ;;
        pacman) echo "install one with \"$(as_root)pacman -S jdk-openjdk\"" ;;
        apk) echo "install one with \"$(as_root)apk add openjdk$needed_jdk\"" ;;
        *) echo "take Temurin $needed_jdk from https://adoptium.net and unpack it in $home/.jdks, where it is found" ;;
    esac
}

package_tool() {
    for tool in brew apt-get dnf zypper pacman apk; do
        [ "$tool" = brew ] && [ "${NOCONTACT_SYSTEM:-$(uname -s)}" != Darwin ] && continue
        if command -v "$tool" >/dev/null 2>&1; then
            echo "${tool%-get}"
            return
        fi
    done
}

as_root() {
    [ "$(id -u)" -eq 0 ] || printf 'sudo '
}

say() {
    printf '%s\n' "$*" >&2
}
