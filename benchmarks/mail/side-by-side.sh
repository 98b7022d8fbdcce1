#!/usr/bin/env bash
# The mail gate and Postfix's before-queue proxy side by side: smtp-source sends through each to one smtp-sink. The rounds
# take turns, so that what else the machine does meets all alike; the table has the medians. As root, for Postfix.
#
#   ./mvnw -q -Pbenchmarks -pl benchmarks -am package -DskipTests
#   benchmarks/mail/side-by-side.sh [ROUNDS]
#
# NOCONTACT_JAVA_OPTS  the options of the gate's JVM, instead of those that ./nocontact has
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rounds=${1:-5}
sizes=(4096 102400 5242880)
sessions=(1 10 50)
# A second or two each.
declare -A count=(
    [4096,1]=1500 [4096,10]=4000 [4096,50]=4000
    [102400,1]=600 [102400,10]=1000 [102400,50]=1000
    [5242880,1]=25 [5242880,10]=40 [5242880,50]=50
)
servers=(direct gate postfix)
options=${NOCONTACT_JAVA_OPTS:--XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:-UsePerfData -Xmx64m}

scratch=$(mktemp -d)
chmod 755 "$scratch"
sink='' gate=''
trap finish EXIT

main() {
    # shellcheck source=tools/find-jdk.sh
    . tools/find-jdk.sh
    find_jdk
    declare -gA port=([direct]=$(free_port) [gate]=$(free_port) [postfix]=$(free_port))
    smtp-sink -u nobody -h sink.example "127.0.0.1:${port[direct]}" 1000 >/dev/null 2>&1 &
    sink=$!
    await "${port[direct]}" smtp-sink
    start_gate
    start_postfix
    echo "Java options: $options"
    for ((round = 0; round <= rounds; round++)); do
        one_round
    done
    table
    echo
    awk '/VmHWM|VmRSS/ {printf "%s %d MB  ", $1, $2 / 1024} END {print "(the gate)"}' "/proc/$gate/status"
}

finish() {
    [ -z "$gate" ] || kill "$gate" 2>/dev/null || true
    [ -z "$sink" ] || kill "$sink" 2>/dev/null || true
    [ ! -d "$scratch/etc" ] || postfix -c "$scratch/etc" stop >/dev/null 2>&1 || true
    rm -rf "$scratch"
}

start_gate() {
    # shellcheck disable=SC2086 # the options are separate words
    "$jdk_home/bin/java" $options --enable-native-access=ALL-UNNAMED -cp 'benchmarks/target/classes:benchmarks/target/lib/*' \
        org.nocontact.benchmarks.GateUnderLoad "$scratch/data" "${port[gate]}" "${port[direct]}" >"$scratch/gate.log" 2>&1 &
    gate=$!
    await "${port[gate]}" gate
}

start_postfix() {
    local etc=$scratch/etc
    mkdir -p "$etc" "$scratch/queue" "$scratch/pdata"
    chown postfix "$scratch/pdata"
    cat >"$etc/main.cf" <<X
compatibility_level = 3.6
queue_directory = $scratch/queue
data_directory = $scratch/pdata
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = $scratch/maillog
maillog_file_prefixes = $scratch
myhostname = peer.example
mydestination =
local_recipient_maps =
alias_maps =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
message_size_limit = 104857600
mailbox_size_limit = 0
X
    cat >"$etc/master.cf" <<X
127.0.0.1:${port[postfix]} inet n - n - 100 smtpd -o smtpd_proxy_filter=127.0.0.1:${port[direct]} -o smtpd_client_restrictions=
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
X
    postfix -c "$etc" start >/dev/null 2>&1
    await "${port[postfix]}" postfix
}

await() {
    local tries
    for ((tries = 0; tries < 300; tries++)); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then return; fi
        sleep 0.1
    done
    echo "$2 does not start." >&2
    cat "$scratch"/*.log >&2
    return 1
}

# The first round is not counted: a JVM is warm after it.
one_round() {
    local size session server n begun
    for size in "${sizes[@]}"; do
        for session in "${sessions[@]}"; do
            for server in "${servers[@]}"; do
                n=${count[$size,$session]}
                begun=$(date +%s%N)
                smtp-source -d -s "$session" -m "$n" -l "$size" -f me@mine.example -t jonas@home.example \
                    "127.0.0.1:${port[$server]}"
                [ "$round" -eq 0 ] ||
                    echo "$n $(($(date +%s%N) - begun))" >>"$scratch/$size.$session.$server"
            done
        done
    done
}

median() {
    awk '{printf "%.1f\n", $1 * 1e9 / $2}' "$scratch/$1" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}

table() {
    local size session direct gate postfix ratios=()
    echo "| size | connections | straight to the sink | gate | Postfix proxy | gate / Postfix |"
    echo "|---:|---:|---:|---:|---:|---:|"
    for size in "${sizes[@]}"; do
        for session in "${sessions[@]}"; do
            direct=$(median "$size.$session.direct")
            gate_=$(median "$size.$session.gate")
            postfix=$(median "$size.$session.postfix")
            ratios+=("$(awk "BEGIN {printf \"%.2f\", $gate_ / $postfix}")")
            echo "| $size | $session | $direct | $gate_ | $postfix | ${ratios[-1]} |"
        done
    done
    printf '%s\n' "${ratios[@]}" | sort -n | awk '{v[NR] = $1} END {print "\nLowest ratio " v[1] ", median " v[(NR + 1) / 2] "."}'
}

free_port() {
    local port
    for port in $(shuf -i 20000-32000 -n 50); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    return 1
}

main
