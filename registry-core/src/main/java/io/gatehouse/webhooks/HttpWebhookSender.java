package io.gatehouse.webhooks;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends over HTTP, to public addresses alone: the address that is connected to is the one that was looked at, so that a name which points
 * elsewhere by then leads nowhere. Redirects are not followed, and no proxy of the environment is asked.
 */
@Component
class HttpWebhookSender implements WebhookSender {
    private static final Timeout WAIT = Timeout.ofSeconds(10);
    private static final int LONGEST_ANSWER = 10_000;

    /** However slowly the other side speaks. */
    private static final Executor AT_LAST = CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS);

    private final CloseableHttpClient client;

    HttpWebhookSender(@Value("${gatehouse.webhooks.private-addresses:false}") boolean privateAddresses) {
        DnsResolver names = privateAddresses ? SystemDefaultDnsResolver.INSTANCE : new PublicNames();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(WAIT)
                                .setSocketTimeout(WAIT)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(WAIT).build())
                .setUserAgent("Gatehouse")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
    }

    /** Names that lead to public addresses alone. */
    private static final class PublicNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (!Arrays.stream(found).allMatch(PublicAddresses::isPublic)) {
                throw new UnknownHostException(host + " leads to an address that is not public");
            }
            return found;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }
    }

    @Override
    public Answer send(URI address, Map<String, String> headers, byte[] body) throws IOException {
        HttpPost post = new HttpPost(address);
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        AT_LAST.execute(post::abort);
        return client.execute(post, HttpWebhookSender::answer);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new Answer(response.getCode(), "");
        }
        try (InputStream content = response.getEntity().getContent()) {
            String text = new String(content.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            if (content.read() >= 0) {
                // The rest of it is nobody's business, and may never end.
                response.close();
            }
            return new Answer(response.getCode(), text);
        }
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
