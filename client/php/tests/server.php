<?php

// A server for CurlTransportTest: each path misbehaves in its own way.

declare(strict_types=1);

switch ($_SERVER['REQUEST_URI']) {
    case '/echo':
        header('X-Twice: one');
        header('X-Twice: two', false);
        echo json_encode([$_SERVER['REQUEST_METHOD'], $_SERVER['HTTP_CONTENT_TYPE'] ?? null, file_get_contents('php://input')]);
        break;
    case '/slow':
        sleep(2);
        break;
    case '/elsewhere':
        header('Location: /echo', true, 302);
        break;
    case '/bomb':
        header('Content-Encoding: gzip');
        echo gzencode(str_repeat(' ', 5000000));
        break;
    case '/half':
        header('Content-Length: 100');
        echo '{"success":';
        break;
}
