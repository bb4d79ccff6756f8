package io.gatehouse.preparedfiles;

import io.gatehouse.notices.News;
import io.gatehouse.notices.NewsSource;
import io.gatehouse.notices.NoticeKind;
import io.gatehouse.outbox.OutboxEvent;
import io.gatehouse.people.People;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever asked for a file is told when it is there, or why it is not. */
@Component
class PreparedFileNews implements NewsSource {
    /** Of the screen that lists them. */
    static final String PLACE = "downloads";

    private final PreparedFileRows rows;
    private final People people;

    PreparedFileNews(PreparedFileRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Optional<News> of(OutboxEvent event) {
        return event.kind().startsWith("prepared_file.")
                ? rows.asked(UUID.fromString(event.text("file"))).map(asked -> news(event, asked))
                : Optional.empty();
    }

    private News news(OutboxEvent event, PreparedFileRows.Asked asked) {
        boolean done = event.kind().equals("prepared_file.done");
        Sentence title = Sentences.say(
                done ? "notice.prepared.done" : "notice.prepared.failed",
                "title",
                asked.order().title().english());
        return new News(
                "prepared-file/" + asked.id(),
                PLACE + "#" + asked.id(),
                asked.order().rights().getFirst(),
                List.of(new News.Words(
                        NoticeKind.OUTCOME, people.byId(asked.person()).stream().toList(), title, "")),
                Optional.empty());
    }
}
