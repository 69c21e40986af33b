package dev.rowan.tpch;

import dev.rowan.server.MySqlServer;
import java.util.List;

final class MySqlTpchTest extends TpchContract {
    @Override
    String newDatabase() {
        return MySqlServer.newDatabase("tpch");
    }

    @Override
    List<String> analyze() {
        return TpchData.analyzeEachTable();
    }
}
