package io.gatehouse.portal.ui.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way in at the door of the screens beside the password. */
public interface OtherWay {
    /** What people call whoever vouches for them, such as the name of their company. */
    String name();

    /** Where it begins, from the root, without a slash before it. */
    String place();

    /** Lets the door know it. */
    void open(HttpSecurity http);
}
