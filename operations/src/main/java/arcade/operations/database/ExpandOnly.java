package arcade.operations.database;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads new migration scripts as the release before must live with them: it goes on writing to this schema while the roll lasts, and
 * after a rollback. What it needs may not go or become narrower. Two comments before a statement let it pass:
 *
 * <ul>
 *   <li>{@code -- contract: after V7: why}: removes what no release needs that has the script V7 of the same group. Passes when
 *       every release that runs or is kept has it.
 *   <li>{@code -- widens: why}: the author says that whatever could be written before still can.
 * </ul>
 */
public final class ExpandOnly {
    private static final Pattern AFTER = Pattern.compile("after (V[0-9._]+):\\s*\\S.*");
    private static final int SHOWN = 160;

    private final List<Path> releases;

    /** @param releases the {@code db} folders of those that run or are kept */
    public ExpandOnly(List<Path> releases) {
        this.releases = List.copyOf(releases);
    }

    /** @throws Failure naming the first statement that the release before could not live with, and how to do it instead */
    public void require(Path script) {
        try {
            require(
                    script.getParent().getFileName().toString(),
                    script.getFileName().toString(),
                    Files.readString(script));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + script, e);
        }
    }

    void require(String group, String name, String sql) {
        for (SqlStatement statement : SqlStatement.of(sql)) {
            Optional<Breach> breach = breach(statement);
            if (breach.isPresent()) {
                judge(group, name, statement, breach.get());
            }
        }
    }

    /**
     * Why the release before could not live with it.
     *
     * @param contract true: something goes; false: something may become narrower
     */
    private record Breach(String what, String instead, boolean contract) {}

    private void judge(String group, String name, SqlStatement statement, Breach breach) {
        if (!breach.contract()
                && statement.marked("widens").filter(why -> !why.isBlank()).isPresent()) {
            return;
        }
        Optional<String> contract = statement.marked("contract");
        if (contract.isEmpty()) {
            throw refused(group, name, statement, breach.what(), breach.instead());
        }
        Matcher after = AFTER.matcher(contract.get());
        if (!after.matches()) {
            throw refused(
                    group,
                    name,
                    statement,
                    "its mark reads 'contract: " + contract.get() + "'",
                    "write '-- contract: after V7: why', V7 being the script of the first release that no longer needs it");
        }
        List<String> older = releases.stream()
                .filter(release -> !has(release.resolve(group), after.group(1)))
                .map(release -> release.getParent().getFileName().toString())
                .toList();
        if (!older.isEmpty()) {
            throw refused(
                    group,
                    name,
                    statement,
                    breach.what() + ", and " + String.join(", ", older) + ", which runs or is kept, has no "
                            + after.group(1),
                    "deploy releases without this script until that one is no longer kept");
        }
    }

    private static Optional<Breach> breach(SqlStatement statement) {
        for (String words : List.of("DROP", "TRUNCATE", "DELETE")) {
            if (statement.begins(words)) {
                return Optional.of(removes(words));
            }
        }
        if (statement.begins("RENAME")) {
            return Optional.of(removes("RENAME"));
        }
        if (statement.upper().matches("CREATE (OR REPLACE )?UNIQUE INDEX .*")) {
            return Optional.of(narrows("a unique index on rows that are there"));
        }
        return statement.clauses().stream()
                .map(ExpandOnly::breach)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Breach> breach(String clause) {
        if (clause.matches("(DROP|RENAME|CHANGE)\\b.*")) {
            return Optional.of(removes(clause.replaceFirst(" .*", "")));
        }
        if (clause.matches("(MODIFY|CONVERT|ALTER)\\b.*")) {
            return Optional.of(narrows(clause.replaceFirst(" .*", "") + " of a column that is there"));
        }
        if (clause.matches("ADD (CONSTRAINT|UNIQUE|PRIMARY|FOREIGN|CHECK)\\b.*")) {
            return Optional.of(narrows("a new rule for rows that are there"));
        }
        boolean column = clause.matches("ADD .*") && !clause.matches("ADD (KEY|INDEX|FULLTEXT|SPATIAL|PARTITION)\\b.*");
        return column && clause.contains("NOT NULL") && !clause.matches(".*\\b(DEFAULT|AUTO_INCREMENT|AS)\\b.*")
                ? Optional.of(new Breach(
                        "a column that is NOT NULL and has no default: the release before writes rows without it",
                        "give it a DEFAULT, or let it be NULL until a later release has filled it",
                        false))
                : Optional.empty();
    }

    private static Breach removes(String word) {
        return new Breach(
                word + " takes away what the release before may need",
                "do it in two releases: one that no longer uses it, and later one that removes it, marked"
                        + " '-- contract: after V<script of the first>: why'",
                true);
    }

    private static Breach narrows(String what) {
        return new Breach(
                what + ": what the release before writes may be refused",
                "add a new column or table beside it and move over in two releases; if it only widens, say so:"
                        + " '-- widens: why'",
                false);
    }

    private static boolean has(Path group, String version) {
        if (!Files.isDirectory(group)) {
            return false;
        }
        try (Stream<Path> scripts = Files.list(group)) {
            return scripts.anyMatch(script -> script.getFileName().toString().startsWith(version + "__"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + group, e);
        }
    }

    private static Failure refused(String group, String name, SqlStatement statement, String what, String instead) {
        String shown =
                statement.text().length() > SHOWN ? statement.text().substring(0, SHOWN) + " …" : statement.text();
        return new Failure(group + "/" + name + " is not expand-only: " + what + ", in: " + shown, instead);
    }
}
