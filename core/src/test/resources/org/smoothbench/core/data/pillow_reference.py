"""What Pillow makes of small images: python3 pillow_reference.py > pillow_reference.txt (made with Pillow 9.4.0).

Operations as in torchvision's AutoAugment on PIL images (nearest pixels, black beyond the border). A line has the case,
the CRC-32 of all resulting bytes and the first twelve of them.
"""

import math
import zlib

from PIL import Image, ImageEnhance, ImageOps


def image(width, height, channels):
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            pixels.append((x * 7 + y * 13 + x * y * 3) % 256)
            if channels == 3:
                pixels.append(60 + (x * 5 + y * 3) % 120)
                pixels.append((x * x + 200 - y * 9) % 256)
    return Image.frombytes("RGB" if channels == 3 else "L", (width, height), bytes(pixels))


def affine(img, matrix):
    return img.transform(img.size, Image.Transform.AFFINE, matrix, Image.Resampling.NEAREST, fillcolor=0)


OPERATIONS = {
    "SHEAR_X": lambda i, m: affine(i, (1, math.tan(math.atan(m)), 0, 0, 1, 0)),
    "SHEAR_Y": lambda i, m: affine(i, (1, 0, 0, math.tan(math.atan(m)), 1, 0)),
    "TRANSLATE_X": lambda i, m: affine(i, (1, 0, -int(m), 0, 1, 0)),
    "TRANSLATE_Y": lambda i, m: affine(i, (1, 0, 0, 0, 1, -int(m))),
    "ROTATE": lambda i, m: i.rotate(m, Image.Resampling.NEAREST, fillcolor=0),
    "BRIGHTNESS": lambda i, m: ImageEnhance.Brightness(i).enhance(1 + m),
    "COLOR": lambda i, m: ImageEnhance.Color(i).enhance(1 + m),
    "CONTRAST": lambda i, m: ImageEnhance.Contrast(i).enhance(1 + m),
    "SHARPNESS": lambda i, m: ImageEnhance.Sharpness(i).enhance(1 + m),
    "POSTERIZE": lambda i, m: ImageOps.posterize(i, int(m)),
    "SOLARIZE": lambda i, m: ImageOps.solarize(i, m),
    "AUTO_CONTRAST": lambda i, m: ImageOps.autocontrast(i),
    "EQUALIZE": lambda i, m: ImageOps.equalize(i),
    "INVERT": lambda i, m: ImageOps.invert(i),
}

MAGNITUDES = {
    "SHEAR_X": (0.3, -0.1, 0.0), "SHEAR_Y": (0.2, -0.3), "TRANSLATE_X": (8.9, -3.2), "TRANSLATE_Y": (4.7, -8.1),
    "ROTATE": (30.0, -10.0, 3.3, 0.0), "BRIGHTNESS": (0.9, -0.9, 0.3, 0.0), "COLOR": (0.9, -0.5),
    "CONTRAST": (0.8, -0.6), "SHARPNESS": (0.9, -0.7), "POSTERIZE": (4, 6, 8), "SOLARIZE": (0.0, 113.3, 255.0),
}

RESIZES = ((40, 30, 16, 12), (40, 30, 13, 29), (12, 17, 32, 32), (31, 31, 31, 31), (200, 50, 9, 8), (5, 64, 20, 16))


def line(case, img):
    data = img.tobytes()
    print(case, "%08x" % zlib.crc32(data), data[:12].hex())


for name, operation in OPERATIONS.items():
    for size in ((20, 15, 3), (32, 32, 3), (24, 24, 1)):
        for magnitude in MAGNITUDES.get(name, (0.0,)):
            line("%s %s %dx%dx%d" % (name, magnitude, *size), operation(image(*size), magnitude))

for width, height, to_width, to_height in RESIZES:
    for kernel in (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC):
        resized = image(width, height, 3).resize((to_width, to_height), kernel)
        line("%s %dx%d %dx%d" % (kernel.name, width, height, to_width, to_height), resized)
