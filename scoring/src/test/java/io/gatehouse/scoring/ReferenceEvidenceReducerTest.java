package io.gatehouse.scoring;

class ReferenceEvidenceReducerTest extends EvidenceReducerContract {

    @Override
    protected EvidenceReducer engine(int threads) {
        return new ReferenceEvidenceReducer();
    }
}
