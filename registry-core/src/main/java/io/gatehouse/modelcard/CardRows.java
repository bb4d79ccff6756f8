package io.gatehouse.modelcard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves of cards as rows. Nothing here updates or deletes. */
@Component
class CardRows {
    /** For each field the newest answer of this version, else that of the nearest version before it. */
    private static final String ANSWERS = """
            select n.field, n.words, n.version, n.carried_from, p.display_name, n.at from (
                select a.field, a.words, a.version, a.carried_from, r.person_id, r.at,
                       row_number() over (partition by a.field order by a.version desc, a.revision desc) as place
                from model_card_answer a
                join model_card_revision r on r.model_id = a.model_id and r.version = a.version and r.revision = a.revision
                where a.model_id = ? and a.version <= ? and r.at <= ?) n
            join person p on p.id = n.person_id where n.place = 1""";

    /** The same of every version in use at once; a version of which nobody said anything is one row without a field. */
    private static final String IN_USE = """
            select n.model_id, n.name, n.in_use, n.field, n.words, n.version, n.carried_from, p.display_name, n.at from (
                select m.id as model_id, m.name, c.version as in_use, a.field, a.words, a.version, a.carried_from, r.person_id, r.at,
                       row_number() over (partition by m.id, a.field order by a.version desc, a.revision desc) as place
                from registered_model m
                join model_alias l on l.model_id = m.id and l.alias = m.protected_alias
                join model_version c on c.id = l.version_id
                left join model_card_answer a on a.model_id = m.id and a.version <= c.version
                left join model_card_revision r on r.model_id = a.model_id and r.version = a.version and r.revision = a.revision
                where m.deleted_at is null) n
            left join person p on p.id = n.person_id where n.place = 1""";

    private static final String REVISIONS = """
            select r.revision, r.at, r.sha256, p.display_name,
                   (select string_agg(a.field, ',' order by a.field) from model_card_answer a
                     where a.model_id = r.model_id and a.version = r.version and a.revision = r.revision) as fields
            from model_card_revision r join person p on p.id = r.person_id
            where r.model_id = ? and r.version = ? and r.at <= ? order by r.revision desc""";

    private final JdbcClient jdbc;
    private final JdbcTemplate inserts;

    CardRows(JdbcClient jdbc, JdbcTemplate inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    Map<CardField, CardAnswer> answers(UUID modelId, int version, Instant at) {
        return jdbc
                .sql(ANSWERS)
                .params(modelId, version, at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> answer(row, version))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(CardAnswer::field, answer -> answer));
    }

    List<CardAnswers> ofVersionsInUse() {
        Map<UUID, CardAnswers> cards = new HashMap<>();
        jdbc.sql(IN_USE).query(row -> {
            UUID model = row.getObject("model_id", UUID.class);
            int version = row.getInt("in_use");
            CardAnswers card = new CardAnswers(model, row.getString("name"), version, null, Map.of());
            cards.merge(model, with(card, row), (sofar, further) -> sofar.and(further.answers()));
        });
        return List.copyOf(cards.values());
    }

    private static CardAnswers with(CardAnswers card, ResultSet row) throws SQLException {
        if (row.getString("field") == null) {
            return card;
        }
        return answer(row, card.version())
                .map(answer -> card.and(Map.of(answer.field(), answer)))
                .orElse(card);
    }

    /** Empty for a field that the card no longer has; what was said of it stays on record. */
    private static Optional<CardAnswer> answer(ResultSet row, int version) throws SQLException {
        int of = row.getInt("version");
        Integer carried = row.getObject("carried_from", Integer.class);
        boolean confirmed = of == version;
        String words = row.getString("words");
        String by = row.getString("display_name");
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return CardField.of(row.getString("field"))
                .map(field ->
                        new CardAnswer(field, words, confirmed, confirmed ? carried : origin(of, carried), by, at));
    }

    private static Integer origin(int version, @Nullable Integer carriedFrom) {
        return carriedFrom == null ? version : carriedFrom;
    }

    /** Newest first. */
    List<CardRevision> revisions(UUID modelId, int version, Instant at) {
        return jdbc.sql(REVISIONS)
                .params(modelId, version, at.atOffset(ZoneOffset.UTC))
                .query(CardRows::revision)
                .list();
    }

    Optional<CardRevision> last(UUID modelId, int version, Instant at) {
        return jdbc.sql(REVISIONS + " limit 1")
                .params(modelId, version, at.atOffset(ZoneOffset.UTC))
                .query(CardRows::revision)
                .optional();
    }

    private static CardRevision revision(ResultSet row, int index) throws SQLException {
        return new CardRevision(
                row.getInt("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"),
                Arrays.stream(row.getString("fields").split(","))
                        .map(CardField::of)
                        .flatMap(Optional::stream)
                        .sorted()
                        .toList(),
                row.getString("sha256"));
    }

    /** Of all answers given as they stand. */
    String sha256(UUID modelId, int version) {
        return jdbc.sql(
                        "select sha256 from model_card_revision where model_id = ? and version = ? order by revision desc limit 1")
                .params(modelId, version)
                .query(String.class)
                .optional()
                .orElse(ModelCards.NOTHING_SAID);
    }

    void add(CardAnswers card, CardRevision revision, UUID person, List<CardAnswer> answers) {
        inserts.update(
                "insert into model_card_revision (model_id, version, revision, at, person_id, sha256) values (?, ?, ?, ?, ?, ?)",
                card.modelId(),
                card.version(),
                revision.number(),
                revision.at().atOffset(ZoneOffset.UTC),
                person,
                revision.sha256());
        inserts.batchUpdate(
                "insert into model_card_answer (model_id, version, revision, field, words, carried_from) values (?, ?, ?, ?, ?, ?)",
                answers.stream()
                        .map(answer -> new @Nullable Object[] {
                            card.modelId(),
                            card.version(),
                            revision.number(),
                            answer.field().name(),
                            answer.words(),
                            answer.carriedFrom()
                        })
                        .toList());
    }
}
