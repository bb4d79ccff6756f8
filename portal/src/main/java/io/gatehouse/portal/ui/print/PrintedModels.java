package io.gatehouse.portal.ui.print;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import io.gatehouse.inventory.Inventory;
import io.gatehouse.portal.downloads.InventoryDownloads;
import io.gatehouse.portal.ui.CurrentPerson;
import io.gatehouse.portal.ui.downloads.InBackground;
import io.gatehouse.portal.ui.models.ModelsView;
import io.gatehouse.savedviews.SavedViews;
import jakarta.annotation.security.PermitAll;

/** The inventory of models on paper. */
@Route(value = "print/models", autoLayout = false)
@StyleSheet("gatehouse/evidence.css")
@PermitAll
public class PrintedModels extends ModelsView {
    private final transient PrintFrame frame;

    PrintedModels(
            CurrentPerson current,
            Inventory inventory,
            InventoryDownloads downloads,
            SavedViews views,
            InBackground background,
            PrintFrame frame) {
        super(current, inventory, downloads, views, background);
        this.frame = frame;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation(), table -> {});
        frame.around(this, event.getLocation());
    }
}
