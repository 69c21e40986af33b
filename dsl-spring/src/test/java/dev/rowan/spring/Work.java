package dev.rowan.spring;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Transactions as Spring's annotations declare them. */
@Service
class Work {
    @Transactional
    void required(Runnable work) {
        work.run();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void requiresNew(Runnable work) {
        work.run();
    }

    @Transactional(propagation = Propagation.NESTED)
    void nested(Runnable work) {
        work.run();
    }

    @Transactional(readOnly = true)
    void readOnly(Runnable work) {
        work.run();
    }

    @Transactional(timeout = 1)
    void withinASecond(Runnable work) {
        work.run();
    }
}
