package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.i18n.I18NProvider;

/** Gives back what somebody wrote in a dialog and never sent, because their session ended or the matter moved on. */
public final class UnsentWords extends Notice {
    private final transient Draft draft;
    private final String intro;
    private final String way;
    private final SerializableConsumer<String> taken;

    /**
     * @param intro such as “Your rejection was not sent. You wrote:”
     * @param way what can be done with the words, such as “Go on with it”; empty if they can only be read or discarded
     * @param taken does it
     */
    public UnsentWords(Draft draft, String intro, String way, SerializableConsumer<String> taken) {
        super(Tone.WATCH);
        this.draft = draft;
        this.intro = intro;
        this.way = way;
        this.taken = taken;
        announced().addClassName("gh-unsent");
        // Not by visibility: of what is invisible the browser is asked nothing.
        show(false);
        draft.read(this, this::give);
    }

    private void give(String kept) {
        removeAll();
        Paragraph quoted = new Paragraph(Reader.quoted(kept.strip()));
        quoted.addClassName("gh-thread-words");
        add(new Paragraph(intro), quoted);
        if (!way.isEmpty()) {
            add(new Button(way, click -> taken.accept(kept)));
        }
        Button unwanted = new Button(I18NProvider.translate("unsent.discard"), click -> discard());
        draft.dropAt(unwanted);
        add(unwanted);
        show(true);
    }

    private void show(boolean shown) {
        getElement().setAttribute("hidden", !shown);
    }

    /** They are not wanted any more, or found another place. */
    public void discard() {
        draft.drop();
        show(false);
    }
}
