package io.gatehouse.portal.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Puts something into the bin, once whoever pressed it has said so again. */
class DeleteButton extends Button {
    /**
     * @param name of what would go
     * @param consequence said before it goes
     * @param sure called once that was confirmed
     */
    DeleteButton(String name, String consequence, Runnable sure) {
        super(text("bin.delete"));
        addClickListener(click -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader(text("run.delete.ask", name));
            dialog.setText(consequence);
            dialog.setCancelable(true);
            dialog.setCancelText(text("bin.delete.keep"));
            dialog.setConfirmText(text("bin.delete.sure"));
            dialog.setConfirmButtonTheme("error primary");
            dialog.addConfirmListener(event -> sure.run());
            dialog.open();
        });
    }

    private static String text(String key, Object... parameters) {
        return I18NProvider.translate(key, parameters);
    }
}
