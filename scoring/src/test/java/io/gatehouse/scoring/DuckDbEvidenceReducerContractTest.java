package io.gatehouse.scoring;

class DuckDbEvidenceReducerContractTest extends EvidenceReducerContract {

    @Override
    protected EvidenceReducer engine(int threads) {
        return new DuckDbEvidenceReducer(ReductionLimits.DEFAULT.withThreads(threads));
    }
}
