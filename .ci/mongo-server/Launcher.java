import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;

/** Starts mongo-java-server on a free port of the loopback, prints its URL, and ends when standard input closes. */
public class Launcher {
    /** The driver needs wire version 9, and the server does all that the adapter asks of it; higher would claim more. */
    record Announced(List<Integer> getVersionArray, int getWireVersion) implements MongoVersion {}

    /**
     * Sessions are there, but the server does not say so. And it encodes a reply after it let go of the document, which
     * may have been changed again by then: a copy is taken before the next command begins. (A getMore may wait.) And its
     * change streams leave out findAndModify.
     */
    static class Backend extends MemoryBackend {
        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            return withSessions(super.handleCommand(channel, database, command, query));
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            if (message.getDocument().containsKey("getMore")) return super.handleMessage(message);
            synchronized (this) {
                var reply = super.handleMessage(message);
                tellChange(message, reply);
                return withSessions(reply).cloneDeeply();
            }
        }

        void tellChange(MongoMessage message, Document reply) {
            var command = message.getDocument();
            if (!command.containsKey("findAndModify") || !(reply.get("value") instanceof Document changed)) return;
            var collection = message.getDatabaseName() + "." + command.get("findAndModify");
            var id = changed.get("_id");
            oplog.handleUpdate(collection, (Document) command.get("query"), new Document("_id", id), List.of(id));
        }

        static Document withSessions(Document reply) {
            if (reply != null && reply.containsKey("ismaster")) reply.put("logicalSessionTimeoutMinutes", 30);
            return reply;
        }
    }

    public static void main(String[] arguments) throws Exception {
        var server = new MongoServer(new Backend().version(new Announced(List.of(4, 4, 0), 9)));
        server.enableOplog();
        System.out.println(server.bindAndGetConnectionString());
        while (System.in.read() >= 0);
        server.shutdownNow();
    }
}
