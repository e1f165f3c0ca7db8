#!/usr/bin/env bash
# Unpacks Payara Server and makes the domain 'console' where they are missing, then becomes the domain's process: one process id from the
# first moment on. Run in a session of its own. Settings come by the environment:
#   JAVA              the Java program; beside it lies jar
#   SERVER            where Payara Server is unpacked
#   ARCHIVE           its zip
#   FOLDER            with password, pre-boot.asadmin and console.options; the domain is made here
#   ADMIN_PORT        where the console listens
set -euo pipefail
umask 077

# The shop comes first: linux shares the cores among sessions (sched(7), autogroup), and this one asks for a tenth of what others get.
echo 10 2>/dev/null >/proc/self/autogroup || true
renice -n 10 -p $$ >/dev/null || true
ionice -c 3 -p $$ 2>/dev/null || true

child=
trap 'kill "$child" 2>/dev/null; exit 143' TERM
# A shell hears a signal only when no program of its own is in front.
run() {
    "$@" &
    child=$!
    wait "$child"
}
asadmin() {
    run "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$SERVER/payara6/glassfish/lib/client/appserver-cli.jar" \
        --interactive=false --user admin --passwordfile "$FOLDER/password" "$@"
}

if [ ! -d "$SERVER" ]; then
    draft=$(mktemp -d "$SERVER.draft.XXXXXX")
    (cd "$draft" && exec "$(dirname "$JAVA")/jar" --extract --file "$ARCHIVE") &
    child=$!
    wait "$child"
    # Another home's console may have been quicker.
    mv -T "$draft" "$SERVER" 2>/dev/null || rm -rf "$draft"
fi

domains=$FOLDER/domains
made=$domains/made-by
if [ "$(cat "$made" 2>/dev/null)" != "$SERVER" ]; then
    rm -rf "$domains"
    mkdir -p "$domains"
    # Only the admin port is ever opened: the others are switched off before they exist.
    asadmin create-domain --domaindir "$domains" --adminport "$ADMIN_PORT" --checkports=false console
    echo "$SERVER" >"$made"
fi

# The launcher tells what it would run; this process becomes that, in place of a child nobody knows.
launch=$FOLDER/launch
asadmin start-domain --domaindir "$domains" --prebootcommandfile "$FOLDER/pre-boot.asadmin" --dry-run console >"$launch"
mapfile -t words < <(sed -n '\|/bin/java$|,/^Command /p' "$launch" | sed '/^$/d; /^Command /d')
main=com.sun.enterprise.glassfish.bootstrap.ASMain
[[ " ${words[*]} " = *" $main "* ]] || { cat "$launch"; exit 1; }
command=("$JAVA")
for word in "${words[@]:1}"; do
    if [ "$word" = "$main" ]; then
        mapfile -t options < <(sed '/^#/d; /^$/d' "$FOLDER/console.options")
        command+=("${options[@]}")
    fi
    # The launcher would hand the password over on standard input.
    [ "${command[-1]}" = -read-stdin ] && word=false
    command+=("$word")
done
trap - TERM
exec "${command[@]}"
