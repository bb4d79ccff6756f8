package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import io.gatehouse.sentences.Sentence;

/** Why something was not done, read out at once; nothing is to be seen of it until then. */
public class RefusalNotice extends Notice {
    public RefusalNotice() {
        super(Tone.ACT);
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** In place of what it said before. @param ways what can be done about it */
    public void say(Sentence why, Component... ways) {
        removeAll();
        add(new Paragraph(Reader.said(why)));
        add(ways);
        setVisible(true);
    }
}
