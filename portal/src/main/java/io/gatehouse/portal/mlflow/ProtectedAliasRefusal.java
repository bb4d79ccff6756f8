package io.gatehouse.portal.mlflow;

import io.gatehouse.portal.address.PublicUrl;
import io.gatehouse.registry.AliasOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says to a client that an alias is protected, with the link of the promotion request that was opened for it. */
@Component
class ProtectedAliasRefusal {
    MlflowRefusal of(AliasOutcome.Protected refused) {
        String sentence = refused.sentence().english();
        @Nullable String path = refused.path();
        if (path == null) {
            return new MlflowRefusal(MlflowError.PERMISSION_DENIED, sentence);
        }
        String unended = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return new MlflowRefusal(MlflowError.PERMISSION_DENIED, unended + ": " + PublicUrl.link(path.substring(1)));
    }
}
