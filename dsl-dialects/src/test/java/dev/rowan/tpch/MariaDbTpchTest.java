package dev.rowan.tpch;

import dev.rowan.server.MariaDbServer;
import java.util.List;

final class MariaDbTpchTest extends TpchContract {
    @Override
    String newDatabase() {
        return MariaDbServer.newDatabase("tpch");
    }

    @Override
    List<String> analyze() {
        return TpchData.analyzeEachTable();
    }
}
