package io.gatehouse.policy;

import io.gatehouse.people.Person;
import java.util.List;
import java.util.UUID;

/** Who counts as one with somebody, as long as one of the two reviews in the other's stead. */
public interface PairsOfEyes {
    /** @param human never a service account @return those who count as one with them now, without themselves */
    List<Person> oneWith(UUID human);
}
