package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.bench.PortalTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

@PortalTest
class AnonymousPersonTest {
    private final People people;
    private final Person dana;

    AnonymousPersonTest(People people, TestPeople cast) {
        this.people = people;
        this.dana = cast.dana().person();
    }

    @Test
    void aLocalProgramWithoutCredentialsMeansTheDemosPerson() {
        assertThat(demo().of(local())).contains(dana);
    }

    @Test
    void withoutTheDemoNobodyIsMeant() {
        assertThat(new AnonymousPerson("", "127.0.0.1", people).of(local())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void aRequestThatAnotherSiteMadeTheBrowserSendMeansNobody(String header, String value) {
        MockHttpServletRequest request = local();
        request.addHeader(header, value);

        assertThat(demo().of(request)).isEmpty();
    }

    @Test
    void aForeignHostNameOrAFarAddressMeansNobody() {
        MockHttpServletRequest rebound = local();
        rebound.setServerName("evil.example");
        MockHttpServletRequest far = local();
        far.setRemoteAddr("192.0.2.7");

        assertThat(demo().of(rebound)).isEmpty();
        assertThat(demo().of(far)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", ""})
    void aPortalThatListensElsewhereDoesNotStartWithIt(String address) {
        assertThatThrownBy(() -> new AnonymousPerson("dana", address, people))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("loopback");
    }

    private AnonymousPerson demo() {
        return new AnonymousPerson("dana", "127.0.0.1", people);
    }

    private static MockHttpServletRequest local() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/2.0/mlflow/runs/get");
        request.setRemoteAddr("127.0.0.1");
        request.setServerName("localhost");
        return request;
    }
}
