import com.irandargah.Environment;
import com.irandargah.IranDargahClient;
import com.irandargah.MemoryStore;
import com.irandargah.PaymentOutcome;
import com.irandargah.PaymentRequest;
import com.irandargah.Rials;
import com.irandargah.StoredPayment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A shop with the controller in Spring MVC and Tomcat, on a free port that it prints, until its input ends. */
@Configuration
@EnableWebMvc
public class SpringShop {
    /** Stands for a database: every order costs the same. */
    private static final class Memory implements PaymentController.Orders {
        private static final Rials PRICE = Rials.ofToman(25_000);
        private final Map<String, StoredPayment> payments = new ConcurrentHashMap<>();

        @Override
        public PaymentRequest request(String orderId) {
            return new PaymentRequest(PRICE, orderId, "https://shop.example/payment/return");
        }

        @Override
        public String idempotencyKey(String orderId) {
            return "key-of-" + orderId;
        }

        @Override
        public void created(String orderId, String authority) {
            payments.put(authority, StoredPayment.of(authority, PRICE, orderId));
        }

        @Override
        public StoredPayment find(String authority) {
            return payments.get(authority);
        }

        @Override
        public void paid(StoredPayment payment, PaymentOutcome.Paid proof) {
            System.out.println("paid " + payment.orderId());
        }
    }

    @Bean
    PaymentController payments() {
        IranDargahClient gateway = IranDargahClient.builder()
            .token(System.getenv("IRANDARGAH_TOKEN"))
            .secretKey(System.getenv("IRANDARGAH_SECRET_KEY"))
            .environment(Environment.SANDBOX)
            .baseUrl(System.getenv("IRANDARGAH_URL"))
            .build();
        String secret = System.getenv("IRANDARGAH_WEBHOOK_SECRET");
        return new PaymentController(gateway, new Memory(), new MemoryStore(), secret);
    }

    public static void main(String[] arguments) throws Exception {
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        spring.register(SpringShop.class);

        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Wrapper servlet = Tomcat.addServlet(context, "shop", new DispatcherServlet(spring));
        servlet.setLoadOnStartup(1);
        context.addServletMappingDecoded("/", "shop");
        tomcat.start();
        System.out.println("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
        while (System.in.read() >= 0) {
            // Until whoever started it has ended.
        }
        System.exit(0);
    }
}
