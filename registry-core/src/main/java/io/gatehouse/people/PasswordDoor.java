package io.gatehouse.people;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether passwords open this installation ({@code gatehouse.sign-in.passwords}). Where they do not, a provider vouches for people, and
 * programs bring access tokens. Passwords that people have are kept meanwhile: should the provider fail, they open again from the next start
 * on.
 */
@Component
public class PasswordDoor {
    private final boolean open;

    public PasswordDoor(@Value("${gatehouse.sign-in.passwords:true}") boolean open) {
        this.open = open;
    }

    public boolean isOpen() {
        return open;
    }
}
